/// How the program ended, for the shell and for scripts; printed by `desk --help`.
enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// The rules refused it, something in what was given is wrong, or the doctor warns.
  case refused = 1
  /// The command line cannot be understood.
  case usage = 2
  /// The office's file is missing, foreign, newer, read-only, full or damaged.
  case office = 3
  /// The journal or a backup does not hold together, the doctor found an error, or an agenda number is unaccounted for.
  case journal = 4
  /// The program's own files (assets) are missing or damaged.
  case assets = 5

  /// The table as help shows it.
  static let help = """
    KODE KELUAR:
      0  berhasil
      1  ditolak aturan, isian atau berkas yang diberikan salah, atau ada peringatan
      2  perintah tidak dipahami
      3  berkas kantor tidak ada atau tidak dapat dipakai
      4  jurnal atau cadangan rusak, nomor agenda tidak tercatat, atau desk doctor menemukan kesalahan
      5  folder aset program tidak ada atau rusak
    """
}
