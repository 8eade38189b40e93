// Nudge: Which two things must hold of a partner?
// Idea: Its breed is the same as the file's exactly if that is wanted, and its place is another one.
// Almost: `breeds.indices.filter { … }` with both conditions. `breeds[$0] == breeds[place]` is true or false; so is
//   `isSame`, and two truth values can be compared like numbers.

public func partnersWithoutTwins(_ breeds: [String], _ place: Int, _ isSame: Bool) -> [Int] {
    breeds.indices.filter { $0 != place && (breeds[$0] == breeds[place]) == isSame }
}
