// Nudge: A path is a text with names between slashes. Which of the names are wanted, counted from the end?
// Idea: Cut at the slashes; the last piece is the file, the two before it are the answer.
// Almost: `path.split(separator: "/")` leaves out empty pieces, and `dropLast()` takes the file away. The last two of
//   what is left are the answer; what if there are fewer than two?

public func partAndLabel(_ path: String) -> [String]? {
    let pieces = path.split(separator: "/").map(String.init)
    return pieces.count < 3 ? nil : Array(pieces.dropLast().suffix(2))
}
