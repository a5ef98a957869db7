/// Where the lines of a text begin and end when it is broken between words at a width.
struct TextLines: Sendable {
  /// The characters of each line; a newline or the blank it was broken at belongs to none.
  private(set) var ranges: [Range<Int>] = []

  init(_ characters: [Character], width: Int) {
    let width = max(2, width)
    var start = 0
    var used = 0
    var space: Int?
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isNewline {
        ranges.append(start..<index)
        (start, used, space) = (index + 1, 0, nil)
      } else {
        let columns = TextWidth.cellWidth(character)
        if used + columns > width {
          if character == " " {
            ranges.append(start..<index)
            (start, used, space) = (index + 1, 0, nil)
            index += 1
            continue
          }
          let end = space ?? index
          ranges.append(start..<end)
          start = space.map { $0 + 1 } ?? index
          used = characters[start..<index].reduce(0) { $0 + TextWidth.cellWidth($1) }
          space = nil
        }
        if character == " " { space = index }
        used += columns
      }
      index += 1
    }
    ranges.append(start..<max(start, characters.count))
  }

  /// The line a place is on: the last that begins at or before it.
  func line(of place: Int) -> Int {
    var low = 0
    var high = ranges.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if ranges[middle].lowerBound <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
