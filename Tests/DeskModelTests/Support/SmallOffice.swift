@testable import DeskModel

/// An office just large enough for every rule: two divisions, a secretariat, nine people.
enum SmallOffice {
  static let kadis: RoleID = "kepala-dinas@dinas"
  static let sekretaris: RoleID = "sekretaris@sekretariat"
  static let umum: RoleID = "pengadministrasi-umum@umum"
  static let kasubag: RoleID = "kepala-sub-bagian@umum"
  static let rehsos: RoleID = "kepala-bidang@rehsos"
  static let linjamsos: RoleID = "kepala-bidang@linjamsos"
  static let kasiAnak: RoleID = "kepala-seksi@anak"
  static let kasiLansia: RoleID = "kepala-seksi@lansia"
  static let kasiBencana: RoleID = "kepala-seksi@bencana"
  static let stafAnak: RoleID = "staf@anak"

  static let office = make()

  /// The office with other appointments or books, everything else as it is.
  static func office(
    without vacant: RoleID? = nil, adding more: [Appointment] = [], books: [AgendaBook]? = nil
  ) -> Office {
    Office(
      name: office.name, letterhead: office.letterhead, calendar: office.calendar,
      units: office.units, positions: office.positions, roles: office.roles,
      people: office.people,
      appointments: office.appointments.filter { $0.role != vacant } + more,
      books: books ?? office.books)
  }

  private static func make() -> Office {
    let units = [
      OfficeUnit(id: "dinas", name: "Dinas Sosial Contoh", short: "DINSOS", parent: nil),
      OfficeUnit(id: "sekretariat", name: "Sekretariat", short: "SET", parent: "dinas"),
      OfficeUnit(id: "umum", name: "Sub Bagian Umum", short: "UMUM", parent: "sekretariat"),
      OfficeUnit(id: "rehsos", name: "Bidang Rehsos", short: "REHSOS", parent: "dinas"),
      OfficeUnit(id: "anak", name: "Seksi Anak", short: "ANAK", parent: "rehsos"),
      OfficeUnit(id: "lansia", name: "Seksi Lansia", short: "LANSIA", parent: "rehsos"),
      OfficeUnit(id: "linjamsos", name: "Bidang Linjamsos", short: "LINJAM", parent: "dinas"),
      OfficeUnit(id: "bencana", name: "Seksi Bencana", short: "BENCANA", parent: "linjamsos"),
    ]
    let positions = [
      Position(
        id: "kepala-dinas", name: "Kepala Dinas", short: "Kadis", rank: 1,
        duties: [.supervises, .heads]),
      Position(
        id: "sekretaris", name: "Sekretaris", short: "Sekdis", rank: 2,
        duties: [.supervises, .heads]),
      Position(
        id: "kepala-bidang", name: "Kepala Bidang", short: "Kabid", rank: 3, duties: [.heads]),
      Position(
        id: "kepala-sub-bagian", name: "Kepala Sub Bagian", short: "Kasubag", rank: 4,
        duties: [.heads]),
      Position(id: "kepala-seksi", name: "Kepala Seksi", short: "Kasi", rank: 4, duties: [.heads]),
      Position(
        id: "pengadministrasi-umum", name: "Pengadministrasi Umum", short: "Umum", rank: 6,
        duties: [.registers]),
      Position(id: "staf", name: "Staf", short: "Staf", rank: 7, duties: []),
    ]
    let roles = [
      kadis, sekretaris, umum, kasubag, rehsos, linjamsos, kasiAnak, kasiLansia,
      kasiBencana, stafAnak,
    ].map { id in
      let parts = id.rawValue.split(separator: "@").map(String.init)
      return Role(
        position: PositionID(parts[0]), unit: UnitID(parts[1]), name: id.rawValue,
        short: id.rawValue)
    }
    // One invented person a role, named after it; a second clerk shares the front desk.
    let people =
      roles.map { Person(id: PersonID($0.id.rawValue), name: "Contoh \($0.id)") }
      + [Person(id: "umum-2", name: "Contoh Kedua")]
    let start = CalendarDate(daysSince1970: 0)
    let days = [2, 3].compactMap { CalendarDate(year: 2026, month: 3, day: $0) }
    // The secretary stands in for the head of the office on the 2nd and 3rd of March 2026.
    let appointments =
      roles.map { Appointment(person: PersonID($0.id.rawValue), role: $0.id, from: start) }
      + [
        Appointment(person: "umum-2", role: umum, from: start),
        Appointment(
          person: PersonID(sekretaris.rawValue), role: kadis, kind: .plh, from: days.first ?? start,
          until: days.last, decree: "1/PLH/2026"),
      ]
    let weekdays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    let hours = [MinuteRange("08:00-12:00"), MinuteRange("13:00-16:00")].compactMap { $0 }
    return Office(
      name: "Dinas Sosial Contoh",
      letterhead: Letterhead(government: "Provinsi Contoh", office: "Dinas", address: "", city: ""),
      calendar: WorkingCalendar(
        hours: Dictionary(uniqueKeysWithValues: weekdays.map { ($0, hours) }),
        holidays: holidays),
      units: units, positions: positions, roles: roles, people: people,
      appointments: appointments,
      books: [
        book("masuk", [.incoming], "{urut:3}/M/{tahun}"),
        book("keluar", [.outgoing, .notaDinas], "{kode}/{urut:3}/DINSOS/{tahun}"),
      ].compactMap { $0 })
  }

  /// Christmas, and Sundays that change nothing: as many as a decreed year has at least.
  private static var holidays: [CalendarDate: String] {
    guard let christmas = CalendarDate(year: 2026, month: 12, day: 25),
      let sunday = CalendarDate(year: 2026, month: 8, day: 2)
    else { return [:] }
    let sundays = (1..<WorkingCalendar.fewestDecreed).map { sunday.adding(days: $0 * 7) }
    return Dictionary(uniqueKeysWithValues: [(christmas, "Natal")] + sundays.map { ($0, "Libur") })
  }

  static func book(
    _ id: AgendaBookID, _ kinds: [LetterKind], _ pattern: String
  ) -> AgendaBook? {
    (try? NumberPattern(pattern)).map {
      AgendaBook(id: id, name: id.rawValue, kinds: kinds, pattern: $0)
    }
  }

  /// The person who holds a role alone.
  static func actor(_ role: RoleID) -> Actor {
    Actor(person: PersonID(role.rawValue), role: role, standing: .definitive)
  }

  /// Monday 2 March 2026, 09.00 in the office's zone.
  static let monday = OfficeZone.wita.timestamp(
    CalendarDate(year: 2026, month: 3, day: 2) ?? CalendarDate(daysSince1970: 0), minute: 9 * 60)
}

/// Procedures of the shapes that matter, as small as they can be.
enum SmallProcedures {
  /// Registered, disposed, decided by each division, filed; a division may also end its part.
  static let deciding: Procedure = {
    var procedure = Procedure.small(
      "contoh-putusan",
      lanes: [
        ("umum", ["pengadministrasi-umum"]), ("kadis", ["kepala-dinas"]),
        ("kabid", ["sekretaris", "kepala-bidang"]),
      ],
      steps: [
        (1, "umum", .catat, "5 menit", nil), (2, "kadis", .disposisi, "10 menit", nil),
        (3, "kabid", .putuskan, "1 hari", nil), (4, "umum", .arsipkan, "1 jam", nil),
      ])
    procedure.steps[2].outcomes = [
      .init(name: "diterima", next: .step(4)), .init(name: "ditolak", next: .end),
    ]
    return procedure
  }()

  /// Brought by an outsider, disposed, drafted by a section, reviewed, signed by a ministry, sent, filed.
  static let request: Procedure = {
    var procedure = Procedure.small(
      "contoh-permohonan",
      lanes: [
        ("pemohon", []), ("umum", ["pengadministrasi-umum"]), ("kadis", ["kepala-dinas"]),
        ("kasi", ["kepala-sub-bagian", "kepala-seksi"]), ("kementerian", []),
      ],
      steps: [
        (1, "pemohon", .laksanakan, nil, nil), (2, "umum", .catat, "5 menit", nil),
        (3, "kadis", .disposisi, "1 jam", nil), (4, "kasi", .susun, "1 hari", nil),
        (5, "kadis", .periksa, "1 jam", 4), (6, "kementerian", .tandatangani, "1 minggu", 5),
        (7, "umum", .kirim, "1 jam", nil), (8, "umum", .arsipkan, "1 jam", 7),
      ])
    procedure.lanes[4].name = "Kementerian"
    return procedure
  }()

  /// Registered, then done by two lanes together, reviewed, filed.
  static func together(_ all: Bool) -> Procedure {
    var procedure = Procedure.small(
      all ? "contoh-bersama" : "contoh-salah-satu",
      lanes: [
        ("umum", ["pengadministrasi-umum"]), ("kasubag", ["kepala-sub-bagian"]),
        ("sekretaris", ["sekretaris"]),
      ],
      steps: [
        (1, "umum", .catat, nil, nil), (2, "kasubag", .laksanakan, nil, nil),
        (3, "sekretaris", .putuskan, nil, 2), (4, "umum", .arsipkan, nil, nil),
      ])
    procedure.steps[1].lanes = ["kasubag", "umum"]
    procedure.steps[1].requiresAll = all
    return procedure
  }

  /// Registered, disposed twice, followed up, filed: the shape of ntt-001.
  static let incoming = Procedure.small(
    "contoh-masuk",
    lanes: [
      ("umum", ["pengadministrasi-umum"]), ("kadis", ["kepala-dinas"]),
      ("kabid", ["sekretaris", "kepala-bidang"]), ("kasi", ["kepala-sub-bagian", "kepala-seksi"]),
    ],
    steps: [
      (1, "umum", .catat, "5 menit", nil), (2, "kadis", .disposisi, "10 menit", nil),
      (3, "umum", .catat, "5 menit", nil), (4, "kabid", .disposisi, "10 menit", nil),
      (5, "kasi", .laksanakan, "1 hari", nil), (6, "umum", .arsipkan, "1 jam", nil),
    ])

  /// Ordered, drafted, two parafs, signed, sent: the shape of ntt-002.
  static let outgoing: Procedure = {
    var procedure = Procedure.small(
      "contoh-keluar",
      lanes: [
        ("kasi", ["kepala-sub-bagian", "kepala-seksi"]), ("umum", ["pengadministrasi-umum"]),
        ("kabid", ["sekretaris", "kepala-bidang"]), ("kadis", ["kepala-dinas"]),
      ],
      steps: [
        (1, "kasi", .tugaskan, "5 menit", nil), (2, "umum", .susun, "30 menit", nil),
        (3, "kasi", .periksa, "20 menit", 2), (4, "kabid", .periksa, "20 menit", 3),
        (5, "kadis", .tandatangani, "10 menit", 4), (6, "umum", .arsipkan, "10 menit", nil),
      ])
    procedure.steps[4].outputs = ["Surat keluar"]
    return procedure
  }()
}

extension Procedure {
  /// A procedure of single-lane steps: number, lane, act, time, where a refusal goes.
  static func small(
    _ id: ProcedureID, lanes: [(LaneID, [PositionID])],
    steps: [(Int, LaneID, Act, String?, Int?)]
  ) -> Procedure {
    Procedure(
      id: id, title: id.rawValue, number: nil, office: "Contoh", unit: "Umum", source: nil,
      legalBasis: [], related: [], warning: nil, tools: [],
      lanes: lanes.map { lane in
        Lane(
          id: lane.0, name: lane.0.rawValue,
          posts: lane.1.map { Post(position: $0, unit: nil) })
      },
      steps: steps.map { step in
        Step(
          no: step.0, lanes: [step.1], requiresAll: false, act: step.2,
          activity: "Langkah \(step.0)", time: step.3.flatMap { try? StandardTime(reading: $0) },
          requirements: [], outputs: [], next: nil, returnTo: step.4, outcomes: [], note: nil)
      },
      sourceNotes: [])
  }
}
