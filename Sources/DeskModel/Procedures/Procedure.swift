/// A decreed way of doing something (SOP): lanes, steps and their standards, as one value.
///
/// Source of the form: Permenpan RB 35/2012 (SOP-AP). Immutable once in force; a case keeps the version
/// it began with.
public struct Procedure: Codable, Hashable, Sendable {
  /// Where in the decrees the procedure stands.
  public struct Source: Codable, Hashable, Sendable {
    /// The file's name.
    public var file: String
    /// The line where it begins, from 1.
    public var line: Int

    /// Makes a source reference.
    public init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  /// The dates on the form.
  public struct Dates: Codable, Hashable, Sendable {
    /// Tanggal pembuatan.
    public var created: CalendarDate?
    /// Tanggal revisi.
    public var revised: CalendarDate?
    /// Tanggal efektif.
    public var effective: CalendarDate?

    /// Makes the dates; what is not given is not printed.
    public init(
      created: CalendarDate? = nil, revised: CalendarDate? = nil, effective: CalendarDate? = nil
    ) {
      self.created = created
      self.revised = revised
      self.effective = effective
    }
  }

  /// E.g. `ntt-001`.
  public var id: ProcedureID
  /// What it is called (Nama SOP).
  public var title: String
  /// The number on the form (Nomor SOP), if printed.
  public var number: String?
  /// The office that decreed it.
  public var office: String
  /// The unit on its letterhead.
  public var unit: String
  /// Where it was read.
  public var source: Source?
  /// Short references to its legal basis (Dasar hukum).
  public var legalBasis: [String]
  /// Related procedures (Keterkaitan).
  public var related: [ProcedureID]
  /// What goes wrong if it is not followed (Peringatan).
  public var warning: String?
  /// Tools it needs (Peralatan/perlengkapan).
  public var tools: [String]
  /// What its actors must have learnt (Kualifikasi pelaksana).
  public var qualifications: [String] = []
  /// Where it is recorded (Pencatatan dan pendataan).
  public var records: [String] = []
  /// When it was written, last revised and put in force, as far as the form says.
  public var dates = Dates()
  /// What it promises to those who ask for it, if it is a service standard.
  public var service: ServiceStandard?
  /// Lanes in printed order (Pelaksana).
  public var lanes: [Lane]
  /// Steps in printed order (Tahap kegiatan); the first is where a case begins.
  public var steps: [Step]
  /// What the decree leaves open or gets wrong, and what was decided.
  public var sourceNotes: [String]

  /// The step with a number, if there is one.
  public func step(_ no: Int) -> Step? { steps.first { $0.no == no } }

  /// The lane with an identifier, if there is one.
  public func lane(_ id: LaneID) -> Lane? { lanes.first { $0.id == id } }
}

extension Procedure {
  /// Reads a procedure from its kept form.
  ///
  /// Procedures are kept in the journal for ever: a key that is newer than the journal is read as empty
  /// where it is missing.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func texts(_ key: CodingKeys) throws -> [String] {
      try container.decodeIfPresent([String].self, forKey: key) ?? []
    }
    self.init(
      id: try container.decode(ProcedureID.self, forKey: .id),
      title: try container.decode(String.self, forKey: .title),
      number: try container.decodeIfPresent(String.self, forKey: .number),
      office: try container.decode(String.self, forKey: .office),
      unit: try container.decode(String.self, forKey: .unit),
      source: try container.decodeIfPresent(Source.self, forKey: .source),
      legalBasis: try texts(.legalBasis),
      related: try container.decodeIfPresent([ProcedureID].self, forKey: .related) ?? [],
      warning: try container.decodeIfPresent(String.self, forKey: .warning),
      tools: try texts(.tools),
      qualifications: try texts(.qualifications),
      records: try texts(.records),
      dates: try container.decodeIfPresent(Dates.self, forKey: .dates) ?? Dates(),
      service: try container.decodeIfPresent(ServiceStandard.self, forKey: .service),
      lanes: try container.decode([Lane].self, forKey: .lanes),
      steps: try container.decode([Step].self, forKey: .steps),
      sourceNotes: try texts(.sourceNotes))
  }
}

/// A party that does steps (pelaksana).
public struct Lane: Codable, Hashable, Sendable {
  /// The lane's name inside its procedure.
  public var id: LaneID
  /// As printed.
  public var name: String
  /// The posts that may fill it; empty for a party outside the office.
  public var posts: [Post]
  /// The unit of our office that the letterhead means: posts that name no unit are looked for there.
  public var home: UnitID? = nil

  /// Whether the lane is a party outside the office, whose steps the office records on its behalf.
  public var isExternal: Bool { posts.isEmpty }
}

/// A position, with or without the unit it must be in (`kepala-bidang@rehabilitasi-sosial`).
public struct Post: Codable, Hashable, Sendable {
  /// The position.
  public var position: PositionID
  /// The unit, or `nil` when the disposition or the case's unit decides it.
  public var unit: UnitID?
}

extension Post: CustomStringConvertible {
  /// As in a procedure file: `position` or `position@unit`.
  public var description: String { unit.map { "\(position)@\($0)" } ?? position.rawValue }
}

/// What a step asks its actor to do, and so what its form must ask.
public enum Act: String, Codable, Hashable, Sendable, CaseIterable {
  /// Register the letter in its agenda book, or record something in one.
  case catat
  /// Name recipients, instructions and a deadline.
  case disposisi
  /// Order a subordinate to do the next step.
  case tugaskan
  /// Write a new version of the draft.
  case susun
  /// Put a paraf or return with a reason.
  case periksa
  /// Sign or return with a reason.
  case tandatangani
  /// Choose one of several outcomes.
  case putuskan
  /// Plain work: done, with a note if wanted.
  case laksanakan
  /// Number a signed letter and send it.
  case kirim
  /// File it; the end of a letter's way.
  case arsipkan
}

/// Where a path leads.
public enum StepTarget: Hashable, Sendable {
  /// To the step with this number.
  case step(Int)
  /// The procedure is finished (`selesai`).
  case end
}

extension StepTarget: Codable {
  /// Reads a step's number, or any text for the end.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = if let no = try? container.decode(Int.self) { .step(no) } else { .end }
  }

  /// Writes the step's number, or `selesai`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .step(let no): try container.encode(no)
    case .end: try container.encode("selesai")
    }
  }
}

/// One activity of a procedure (langkah).
public struct Step: Codable, Hashable, Sendable {
  /// A named way out of a step (putusan).
  public struct Outcome: Codable, Hashable, Sendable {
    /// What the actor picks, e.g. `diterima`.
    public var name: String
    /// Where it leads.
    public var next: StepTarget
  }

  /// The printed number, unique in its procedure.
  public var no: Int
  /// The lanes that do it together; one, mostly.
  public var lanes: [LaneID]
  /// Whether every lane must do it, rather than any one of them.
  public var requiresAll: Bool
  /// What is asked.
  public var act: Act
  /// The activity in few words, at most 48 characters.
  public var activity: String
  /// The standard time (waktu), if decreed.
  public var time: StandardTime?
  /// What must be at hand (kelengkapan).
  public var requirements: [String]
  /// What comes of it (output).
  public var outputs: [String]
  /// Where the approving path leads, if not to the next printed step (`lanjut`).
  public var next: StepTarget?
  /// Where a refusal leads (`tolak`).
  public var returnTo: Int?
  /// The outcomes to choose from (`putusan`); if there are any, one of them is the way on, and
  /// `next` is empty. The first is the approving one.
  public var outcomes: [Outcome]
  /// The printed remark (Keterangan).
  public var note: String?

  /// Whether its actor decides where the case goes: a refusal, or several outcomes.
  public var isDecision: Bool { returnTo != nil || outcomes.count > 1 }
}

/// A decreed duration, exactly as printed: a value or a range, and its unit.
public struct StandardTime: Codable, Hashable, Sendable {
  /// The units of the decrees.
  public enum Unit: String, Codable, Hashable, Sendable, CaseIterable {
    /// Working minutes.
    case menit
    /// Working hours.
    case jam
    /// Working days.
    case hari
    /// Calendar weeks, moved to the next working day.
    case minggu
    /// Calendar months, moved to the next working day.
    case bulan
    /// Calendar years, moved to the next working day.
    case tahun
    /// No limit (`tidak terbatas`): never late.
    case tidakTerbatas = "tidak terbatas"
  }

  /// As decreed, e.g. `3-4 hari`.
  public var text: String
  /// The smaller bound; `nil` when unbounded.
  public var min: Int?
  /// The larger bound, equal to `min` for a single value; `nil` when unbounded.
  public var max: Int?
  /// The unit.
  public var unit: Unit
}
