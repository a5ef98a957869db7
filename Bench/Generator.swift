import DeskModel
import Foundation
import GRDB

/// Makes an office with many letters, by rows rather than by deeds: a million letters would take hours to act out.
///
/// Five finished tasks a letter; every twentieth letter is secret, with two posts on its path; the newest letters, up to 50,000, have an open one. Everything is drawn from the
/// letter's own number, so that the same size gives the same file. The journal holds the founding only, then one
/// record far ahead, behind which actions can be measured; such an office cannot be verified.
struct Generator {
  let letters: Int
  let assets: AssetsFolder

  /// The first sequence number free for actions, above every row's identifier.
  private static let ahead = 10_000_000

  /// How many letters still have an open task.
  var open: Int { min(letters, 50_000) }

  /// Makes the office in a folder, unless it was made before.
  func office(in root: String) throws -> OfficeFolder {
    let folder = OfficeFolder("\(root)/office-\(letters)")
    // One that an earlier desk made may have other tables.
    if let earlier = try? Desk(folder) {
      try earlier.close()
      return folder
    }
    try? FileManager.default.removeItem(atPath: folder.root)
    let office = try OfficeReader.practiceOffice(in: assets)
    let catalogue = try ProcedureCatalogue(
      folder: assets.path("sop"), dictionary: PositionDictionary(in: assets))
    guard let someone = office.appointments.first else { throw BenchError.noPeople }
    try Desk.found(
      office,
      procedures: catalogue.entries.compactMap { entry in
        entry.procedure.map { ($0, entry.hash) }
      },
      by: Actor(person: someone.person, role: someone.role, standing: someone.kind), in: folder)
    // For practice, so that whoever measures may sit down as anybody.
    _ = FileManager.default.createFile(atPath: folder.practiceMark, contents: nil)
    let queue = try DatabaseQueue(path: folder.database)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000")
      try db.execute(sql: "DROP TRIGGER letter_search_insert")
      try db.inTransaction {
        try fill(db, clerk: someone.person.rawValue)
        return .commit
      }
      try db.execute(
        sql: """
          INSERT INTO letter_search (letter_search) VALUES ('rebuild');
          INSERT INTO letter_search (letter_search) VALUES ('optimize');
          CREATE TRIGGER letter_search_insert AFTER INSERT ON letter BEGIN
            INSERT INTO letter_search (rowid, number, sender_number, sender, subject)
              VALUES (new.id, new.number, new.sender_number, new.sender, new.subject);
          END;
          PRAGMA wal_checkpoint(TRUNCATE)
          """)
    }
    try queue.close()
    return folder
  }

  private func fill(_ db: Database, clerk: String) throws {
    let words = [
      "Permohonan", "Undangan", "Rekomendasi", "Laporan", "Verifikasi", "Bantuan", "Rapat",
      "Monitoring", "Data", "Penyaluran", "Rehabilitasi", "Anak", "Lansia", "Disabilitas",
      "Bencana", "Logistik", "Koordinasi", "Pelatihan", "Pemberdayaan", "Kunjungan",
      // From here on, kinds of sender.
      "Yayasan", "Panti", "Desa", "Kelurahan", "Kecamatan", "Dinas", "Badan", "Forum", "Karang",
      "Sentra",
    ]
    try db.execute(sql: "CREATE TEMP TABLE word (n INTEGER PRIMARY KEY, text TEXT)")
    for (index, word) in words.enumerated() {
      try db.execute(sql: "INSERT INTO word VALUES (?, ?)", arguments: [index, word])
    }
    try db.execute(
      sql: """
        CREATE TEMP TABLE desk_role AS
          SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM role;
        CREATE TEMP TABLE numbers AS
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(letters))
          SELECT i FROM n;
        INSERT INTO letter (id, kind, secrecy, urgency, sender, sender_number, letter_date,
            received_date, subject, body, registered_at, registered_by, book, period, sequence, number)
          SELECT i, 'incoming', CASE i % 20 WHEN 0 THEN 'R' ELSE 'B' END, CASE i % 17 WHEN 0 THEN 'segera' ELSE 'biasa' END,
            k.text || ' ' || d.text || ' ' || (i * 7919 % 5000), i || '/YC/2026', '2026-01-05', '2026-01-06',
            a.text || ' ' || b.text || ' ' || c.text || ' ' || i,
            '{"attachments":[],"id":0,"kind":"incoming","secrecy":"' || CASE i % 20 WHEN 0 THEN 'R' ELSE 'B' END
              || '","sender":"Contoh","subject":"Contoh","urgency":"biasa"}',
            1700000000000 + i * 1000, '\(clerk)', 'surat-masuk', 2026, i, printf('%07d/M/2026', i)
          FROM numbers JOIN word a ON a.n = i * 31 % 20 JOIN word b ON b.n = i * 37 / 20 % 20
            JOIN word c ON c.n = i * 41 / 400 % 20 JOIN word k ON k.n = 20 + i * 43 % 10
            JOIN word d ON d.n = i * 47 / 10 % 20;
        INSERT INTO letter_reader (letter, role)
          SELECT i, r.id FROM numbers JOIN desk_role r ON r.n IN (0, i / 20 % (SELECT count(*) FROM desk_role))
          WHERE i % 20 = 0;
        INSERT INTO sender (name, letters, last_letter)
          SELECT sender, count(*), max(id) FROM letter GROUP BY sender;
        INSERT INTO cases (id, letter, procedure, version, status, started_at)
          SELECT i, i, 'ntt-001', 1,
            CASE WHEN i > \(letters - open) THEN 'running' ELSE 'finished' END,
            1700000000000 + i * 1000 FROM numbers;
        INSERT INTO branch (case_id, number) SELECT i, 0 FROM numbers;
        INSERT INTO task (id, case_id, letter, kind, step, lane, act, role, external, branch,
            created_at, due_at, standard, state, opened_at, outcome, finished_at, finished_by,
            finished_as, worked, version)
          SELECT (i - 1) * 6 + s.n, i, i, 'step', s.n, 'umum', 'catat', r.id, 0, 0,
            1700000000000 + i * 1000, 1700000600000 + i * 1000, 10, 'done', 1700000000001,
            'completed', 1700000300000 + i * 1000, '\(clerk)', r.id, i % 40, 2
          FROM numbers JOIN (SELECT n FROM word WHERE n BETWEEN 1 AND 5) s
            JOIN desk_role r ON r.n = (i + s.n) % (SELECT count(*) FROM desk_role);
        INSERT INTO task (id, case_id, letter, kind, step, lane, act, role, external, branch,
            created_at, due_at, standard, state, version)
          SELECT i * 6, i, i, 'step', 2, 'kadis',
            CASE i % 3 WHEN 0 THEN 'disposisi' WHEN 1 THEN 'periksa' ELSE 'laksanakan' END,
            r.id, 0, 0, 1700000000000 + i * 1000, 1700000600000 + i * 1000, 10, 'open', 1
          FROM numbers JOIN desk_role r ON r.n = i % (SELECT count(*) FROM desk_role)
          WHERE i > \(letters - open);
        INSERT INTO event (seq, at, person, role, standing, type, body, hash)
          VALUES (\(Self.ahead), 1700000000000, 'bench', 'bench', 'definitive', 'bench', '{}',
            zeroblob(32));
        """)
  }
}

/// What keeps a benchmark from running.
enum BenchError: Error {
  case noPeople
  case failed(String)
}
