// Nudge: A path is a text with names between slashes. Which of the names are wanted, counted from the end?
// Idea: Cut at the slashes; the last piece is the file, the two before it are the answer.
// Almost: `path.split(separator: "/")` leaves out empty pieces; with at least three of them,
//   `pieces.dropLast().suffix(2)`.

public func partAndLabel(_ path: String) -> [String]? {
    let pieces = path.split(separator: "/").map(String.init)
    return pieces.count < 3 ? nil : Array(pieces.dropLast().suffix(2))
}
