import Foundation
import GRDB

/// The tables of an office, as migrations; a migration that was released is never changed.
enum Schema {
  /// Marks the file as an office of Desk (`PRAGMA application_id`): "DESK" in ASCII.
  static let applicationID: Int32 = 0x4445_534B

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 journal and projections") { db in
      let parts = [journal, office, letters, agenda, cases, tasks, papers, pins, search]
      for statement in parts {
        try db.execute(sql: statement)
      }
    }
    migrator.registerMigration("2 what a queue shows") { db in
      try db.execute(sql: queues)
    }
    migrator.registerMigration("3 letters are corrected") { db in
      try db.execute(sql: corrections)
    }
    migrator.registerMigration("4 which procedures answer letters") { db in
      try db.execute(sql: answers)
      for row in try Row.fetchAll(db, sql: "SELECT id, version, body FROM procedure") {
        let procedure = try Procedure(json: row["body"] as String)
        try db.execute(
          sql: "UPDATE procedure SET answers = ? WHERE id = ? AND version = ?",
          arguments: [procedure.writesAnswers, row["id"] as String, row["version"] as Int])
      }
    }
    migrator.registerMigration("5 who moved a task") { db in
      try db.execute(sql: moves)
    }
    migrator.registerMigration("6 wrong PINs are in the journal") { db in
      try db.execute(sql: pinTries)
    }
    return migrator
  }

  /// The truth: append-only, whatever program writes.
  private static let journal = """
    CREATE TABLE event (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL CHECK (at >= 0),
      person TEXT NOT NULL,
      role TEXT NOT NULL,
      standing TEXT NOT NULL CHECK (standing IN ('definitive', 'plt', 'plh', 'lent')),
      type TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE TRIGGER event_no_update BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER event_no_delete BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    """

  /// The office in rows, because decoding it as one document took a sixth of the time to the first screen. `place`
  /// keeps the order in which people list things; lists of words are parted by blanks.
  /// `begun_by` too: the posts that may begin a case, which lists ask of all procedures.
  private static let office = """
    CREATE TABLE office (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      version INTEGER NOT NULL,
      name TEXT NOT NULL,
      government TEXT NOT NULL,
      line TEXT NOT NULL,
      address TEXT NOT NULL,
      city TEXT NOT NULL,
      zone TEXT NOT NULL
    ) STRICT;
    CREATE TABLE working_hours (
      weekday TEXT PRIMARY KEY,
      ranges TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE holiday (
      date TEXT PRIMARY KEY,
      name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE unit (
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      short TEXT NOT NULL,
      parent TEXT,
      code TEXT
    ) STRICT;
    CREATE TABLE position (
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      short TEXT NOT NULL,
      rank INTEGER NOT NULL,
      duties TEXT NOT NULL,
      equivalents TEXT NOT NULL
    ) STRICT;
    CREATE TABLE role (
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      position TEXT NOT NULL,
      unit TEXT NOT NULL,
      name TEXT NOT NULL,
      short TEXT NOT NULL
    ) STRICT;
    CREATE TABLE person (
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      nip TEXT,
      mail TEXT,
      retired TEXT
    ) STRICT;
    CREATE TABLE appointment (
      place INTEGER PRIMARY KEY,
      person TEXT NOT NULL REFERENCES person (id),
      role TEXT NOT NULL REFERENCES role (id),
      kind TEXT NOT NULL CHECK (kind IN ('definitive', 'plt', 'plh', 'lent')),
      starts TEXT NOT NULL,
      ends TEXT,
      decree TEXT,
      lender TEXT REFERENCES person (id),
      reason TEXT,
      CHECK ((kind = 'lent') = (lender IS NOT NULL) AND (lender IS NULL) = (reason IS NULL))
    ) STRICT;
    CREATE TABLE book (
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kinds TEXT NOT NULL,
      pattern TEXT NOT NULL,
      reset TEXT NOT NULL
    ) STRICT;
    CREATE TABLE host_user (
      user TEXT PRIMARY KEY,
      person TEXT NOT NULL REFERENCES person (id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ssh_key (
      line TEXT PRIMARY KEY,
      person TEXT NOT NULL REFERENCES person (id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE procedure (
      id TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      title TEXT NOT NULL,
      number TEXT,
      office TEXT NOT NULL,
      unit TEXT NOT NULL,
      steps INTEGER NOT NULL,
      lanes INTEGER NOT NULL,
      begins_with_entry INTEGER NOT NULL CHECK (begins_with_entry IN (0, 1)),
      begun_outside INTEGER NOT NULL CHECK (begun_outside IN (0, 1)),
      begun_by TEXT NOT NULL,
      begun_at TEXT,
      letter_kind TEXT NOT NULL,
      in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
      content_hash TEXT NOT NULL,
      enacted_at INTEGER NOT NULL,
      enacted_by TEXT NOT NULL,
      enacted_as TEXT NOT NULL,
      standing TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX procedure_in_force ON procedure (id) WHERE in_force = 1;
    """

  /// `letter_reader` holds the posts on the path of each letter that is not ordinary; `sender` no name from such a
  /// letter: names are offered to whoever begins to type them.
  private static let letters = """
    CREATE TABLE letter (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      secrecy TEXT NOT NULL,
      urgency TEXT NOT NULL,
      sender TEXT NOT NULL,
      sender_number TEXT,
      letter_date TEXT,
      received_date TEXT,
      addressee TEXT,
      subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 1000),
      body TEXT NOT NULL CHECK (json_valid(body)),
      classification TEXT CHECK (classification IS NULL OR json_valid(classification)),
      registered_at INTEGER NOT NULL,
      registered_by TEXT NOT NULL REFERENCES person (id),
      book TEXT,
      period INTEGER,
      sequence INTEGER CHECK (sequence > 0),
      number TEXT,
      numbered_at INTEGER,
      numbered_by TEXT REFERENCES person (id),
      page TEXT,
      late TEXT,
      sent_at INTEGER,
      channel TEXT,
      archived_at INTEGER,
      place TEXT,
      CHECK ((book IS NULL) = (sequence IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX letter_number ON letter (book, period, sequence) WHERE book IS NOT NULL;
    CREATE INDEX letter_page ON letter (book, page, period, sequence) WHERE book IS NOT NULL;
    CREATE INDEX letter_same ON letter (sender_number, sender, letter_date)
      WHERE sender_number IS NOT NULL;
    CREATE INDEX letter_replies ON letter (json_extract(body, '$.replyTo'))
      WHERE json_extract(body, '$.replyTo') IS NOT NULL;
    CREATE TABLE letter_reader (
      letter INTEGER NOT NULL REFERENCES letter (id),
      role TEXT NOT NULL REFERENCES role (id),
      PRIMARY KEY (letter, role)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sender (
      name TEXT PRIMARY KEY COLLATE NOCASE,
      letters INTEGER NOT NULL,
      last_letter INTEGER NOT NULL REFERENCES letter (id)
    ) STRICT, WITHOUT ROWID;
    """

  /// Numbers that were set aside, and what has been closed and signed.
  private static let agenda = """
    CREATE TABLE reserved_number (
      book TEXT NOT NULL,
      period INTEGER NOT NULL,
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      page TEXT NOT NULL,
      reserved_at INTEGER NOT NULL,
      reserved_by TEXT NOT NULL REFERENCES person (id),
      reason TEXT NOT NULL,
      letter INTEGER REFERENCES letter (id),
      voided_at INTEGER,
      voided_by TEXT REFERENCES person (id),
      void_reason TEXT,
      PRIMARY KEY (book, period, sequence),
      CHECK (letter IS NULL OR voided_at IS NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reserved_open ON reserved_number (book, period, sequence)
      WHERE letter IS NULL AND voided_at IS NULL;
    CREATE INDEX reserved_page ON reserved_number (book, page, period, sequence);
    CREATE TABLE closed_page (
      book TEXT NOT NULL,
      date TEXT NOT NULL,
      event INTEGER NOT NULL UNIQUE,
      closed_at INTEGER NOT NULL,
      closed_by TEXT NOT NULL REFERENCES person (id),
      closed_as TEXT NOT NULL REFERENCES role (id),
      standing TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      PRIMARY KEY (book, date)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE office_key (
      event INTEGER PRIMARY KEY,
      public_key TEXT NOT NULL
    ) STRICT;
    """

  private static let cases = """
    CREATE TABLE cases (
      id INTEGER PRIMARY KEY,
      letter INTEGER NOT NULL REFERENCES letter (id),
      procedure TEXT NOT NULL,
      version INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'cancelled')),
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      reason TEXT,
      FOREIGN KEY (procedure, version) REFERENCES procedure (id, version)
    ) STRICT;
    CREATE INDEX case_letter ON cases (letter);
    CREATE INDEX case_procedure ON cases (procedure, version) WHERE status = 'running';
    CREATE TABLE branch (
      case_id INTEGER NOT NULL REFERENCES cases (id),
      number INTEGER NOT NULL,
      parent INTEGER,
      unit TEXT,
      ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
      joins_at INTEGER,
      PRIMARY KEY (case_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE binding (
      case_id INTEGER NOT NULL,
      branch INTEGER NOT NULL,
      lane TEXT NOT NULL,
      place INTEGER NOT NULL,
      role TEXT REFERENCES role (id),
      deadline INTEGER,
      PRIMARY KEY (case_id, branch, lane, place),
      FOREIGN KEY (case_id, branch) REFERENCES branch (case_id, number)
    ) STRICT, WITHOUT ROWID;
    """

  /// `due_at` is 9223372036854775807 where nothing bounds a task, so that it sorts last in its queue.
  private static let tasks = """
    CREATE TABLE task (
      id INTEGER PRIMARY KEY,
      case_id INTEGER NOT NULL REFERENCES cases (id),
      letter INTEGER NOT NULL REFERENCES letter (id),
      kind TEXT NOT NULL CHECK (kind IN ('step', 'acknowledge')),
      step INTEGER NOT NULL,
      lane TEXT,
      act TEXT NOT NULL,
      role TEXT NOT NULL REFERENCES role (id),
      external INTEGER NOT NULL CHECK (external IN (0, 1)),
      branch INTEGER NOT NULL,
      cause INTEGER REFERENCES task (id),
      created_at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      standard INTEGER,
      state TEXT NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
      opened_at INTEGER,
      claimed_by TEXT REFERENCES person (id),
      suspended_at INTEGER,
      waited INTEGER NOT NULL DEFAULT 0,
      delegated_by TEXT CHECK (delegated_by IS NULL OR json_valid(delegated_by)),
      outcome TEXT,
      choice TEXT,
      finished_at INTEGER,
      finished_by TEXT REFERENCES person (id),
      finished_as TEXT REFERENCES role (id),
      worked INTEGER,
      note TEXT,
      version INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX task_open ON task (role, due_at, id) WHERE state = 'open';
    CREATE INDEX task_counts ON task
      (role, act, kind, opened_at, due_at, suspended_at, external, created_at)
      WHERE state = 'open';
    CREATE INDEX task_done ON task (role, finished_at, worked, standard) WHERE state = 'done';
    CREATE INDEX task_case ON task (case_id);
    """

  private static let papers = """
    CREATE TABLE disposition (
      task INTEGER PRIMARY KEY REFERENCES task (id),
      case_id INTEGER NOT NULL REFERENCES cases (id),
      written_at INTEGER NOT NULL,
      person TEXT NOT NULL REFERENCES person (id),
      role TEXT NOT NULL REFERENCES role (id),
      standing TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;
    CREATE INDEX disposition_case ON disposition (case_id);
    CREATE TABLE draft (
      case_id INTEGER NOT NULL REFERENCES cases (id),
      version INTEGER NOT NULL CHECK (version > 0),
      task INTEGER NOT NULL REFERENCES task (id),
      text TEXT NOT NULL,
      author TEXT NOT NULL REFERENCES person (id),
      written_at INTEGER NOT NULL,
      PRIMARY KEY (case_id, version)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE paraf (
      id INTEGER PRIMARY KEY,
      case_id INTEGER NOT NULL REFERENCES cases (id),
      task INTEGER NOT NULL REFERENCES task (id),
      step INTEGER NOT NULL,
      version INTEGER NOT NULL,
      role TEXT NOT NULL REFERENCES role (id),
      person TEXT NOT NULL REFERENCES person (id),
      standing TEXT NOT NULL,
      given_at INTEGER NOT NULL,
      signature INTEGER NOT NULL CHECK (signature IN (0, 1))
    ) STRICT;
    CREATE INDEX paraf_case ON paraf (case_id);
    """

  /// `pin` is made from the journal; what is beside it is not in the journal. A secret is held against its seal.
  private static let pins = """
    CREATE TABLE pin (
      person TEXT PRIMARY KEY REFERENCES person (id),
      seal TEXT,
      locks INTEGER NOT NULL DEFAULT 0 CHECK (locks >= 0),
      locked_until INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pin_secret (
      person TEXT PRIMARY KEY REFERENCES person (id),
      salt BLOB NOT NULL,
      exponent INTEGER NOT NULL,
      block_size INTEGER NOT NULL,
      parallelism INTEGER NOT NULL,
      hash BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE pin_try (
      person TEXT PRIMARY KEY REFERENCES person (id),
      wrong INTEGER NOT NULL CHECK (wrong >= 0)
    ) STRICT, WITHOUT ROWID;
    """

  /// Newest first, never by rank: ranking a common word costs 0.9 s over a million letters. Beginnings of
  /// up to eight letters have an index of their own; longer ones are merged from the words' own lists.
  private static let search = """
    CREATE VIRTUAL TABLE letter_search USING fts5 (
      number, sender_number, sender, subject, content='letter', content_rowid='id',
      tokenize="unicode61 remove_diacritics 2", prefix='2 3 4 5 6 7 8');
    CREATE TRIGGER letter_search_insert AFTER INSERT ON letter BEGIN
      INSERT INTO letter_search (rowid, number, sender_number, sender, subject)
        VALUES (new.id, new.number, new.sender_number, new.sender, new.subject);
    END;
    CREATE TRIGGER letter_search_update AFTER UPDATE OF number ON letter BEGIN
      INSERT INTO letter_search (letter_search, rowid, number, sender_number, sender, subject)
        VALUES ('delete', old.id, old.number, old.sender_number, old.sender, old.subject);
      INSERT INTO letter_search (rowid, number, sender_number, sender, subject)
        VALUES (new.id, new.number, new.sender_number, new.sender, new.subject);
    END;
    """

  /// `procedure_step` is what a queue shows of a step: reading whole procedures for it took longer than the rest of the
  /// page. One index now serves the pages and the counts.
  private static let queues = """
    CREATE TABLE procedure_step (
      procedure TEXT NOT NULL,
      version INTEGER NOT NULL,
      step INTEGER NOT NULL,
      activity TEXT NOT NULL,
      PRIMARY KEY (procedure, version, step),
      FOREIGN KEY (procedure, version) REFERENCES procedure (id, version)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO procedure_step (procedure, version, step, activity)
      SELECT p.id, p.version, json_extract(s.value, '$.no'), json_extract(s.value, '$.activity')
      FROM procedure p, json_each(p.body, '$.steps') s;
    DROP INDEX task_counts;
    DROP INDEX task_open;
    CREATE INDEX task_open ON task
      (role, due_at, id, opened_at, suspended_at, act, kind, external, created_at)
      WHERE state = 'open';
    """

  /// `letter.corrected` is the last entry that corrected a letter: what a further correction is held against. The search
  /// index now follows all of its columns.
  private static let corrections = """
    CREATE TABLE correction (
      id INTEGER PRIMARY KEY,
      letter INTEGER NOT NULL REFERENCES letter (id),
      written_at INTEGER NOT NULL,
      person TEXT NOT NULL REFERENCES person (id),
      role TEXT NOT NULL REFERENCES role (id),
      standing TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;
    CREATE INDEX correction_letter ON correction (letter);
    ALTER TABLE letter ADD COLUMN corrected INTEGER;
    DROP TRIGGER letter_search_update;
    CREATE TRIGGER letter_search_update
      AFTER UPDATE OF number, sender_number, sender, subject ON letter BEGIN
      INSERT INTO letter_search (letter_search, rowid, number, sender_number, sender, subject)
        VALUES ('delete', old.id, old.number, old.sender_number, old.sender, old.subject);
      INSERT INTO letter_search (rowid, number, sender_number, sender, subject)
        VALUES (new.id, new.number, new.sender_number, new.sender, new.subject);
    END;
    """

  /// Asked for with every letter that is looked at: no procedure is read for it.
  private static let answers = """
    ALTER TABLE procedure ADD COLUMN answers INTEGER NOT NULL DEFAULT 0 CHECK (answers IN (0, 1));
    CREATE INDEX procedure_answers ON procedure (id) WHERE in_force = 1 AND answers = 1;
    """

  /// Who moved a task, from where and why stands in the journal alone: found there without reading it through.
  private static let moves = """
    CREATE INDEX event_moves ON event (json_extract(body, '$.case')) WHERE type = 'taskReassigned';
    """

  /// The count of wrong PINs was held against nothing: now each one is in the journal. What was counted before is not
  /// there, and is forgotten.
  private static let pinTries = """
    ALTER TABLE pin ADD COLUMN wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0);
    DROP TABLE pin_try;
    """
}
