/// Finds the word that was probably meant.
enum Spelling {
  /// The known word nearest to a misspelt one, or `nil` when none is near enough to suggest.
  ///
  /// Near enough is one slip for every three letters, at least one. The first known word wins a tie.
  static func nearest(to word: String, in known: [String]) -> String? {
    // Scalars: a character can be as long as a book, with marks upon marks.
    let letters = Array(word.lowercased().unicodeScalars.prefix(64))
    let allowed = Swift.max(1, letters.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in known {
      let distance = distance(letters, Array(candidate.lowercased().unicodeScalars))
      if distance <= allowed, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.word
  }

  /// How many letters must be changed, added, dropped or swapped with their neighbour.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = Swift.min(last[j + 1], row[j]) + 1
        cost = Swift.min(cost, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = Swift.min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
