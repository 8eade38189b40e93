// Reading what a reader says about a change: "bigger", "it goes up", "no change", or the number of an option.

import Foundation

/// What a change does to a number.
enum Change: Int, Sendable, CaseIterable {
    case smaller, same, larger

    var name: String { Change.names[rawValue] }

    /// The options in the order of their numbers.
    static let names = ["smaller", "the same", "larger"]
}

/// The change that was typed: an option or its number, or a sentence whose words point in one direction only. A
/// sentence that denies something ("it does not grow") may mean either of two changes and is not read, except for "no
/// change" and "it does not change".
func readChange(_ text: String) -> Change? {
    if let option = readChoice(text, among: Change.names) { return Change(rawValue: option) }
    let words = text.lowercased().replacing("’", with: "'").replacing("n't", with: " not")
        .split { !$0.isLetter }.map(String.init)
    if words.contains(where: negations.contains) {
        return words.contains { $0.hasPrefix("chang") } && directions(of: words).isEmpty ? .same : nil
    }
    let directions = directions(of: words)
    return directions.count == 1 ? directions.first : nil
}

private func directions(of words: [String]) -> Set<Change> { Set(words.compactMap { meanings[$0] }) }

private let negations: Set = ["no", "not", "never", "neither", "nor", "hardly", "without"]

private let meanings: [String: Change] = {
    let words: [(Change, String)] = [
        (
            .smaller,
            """
            smaller shrink shrinks lower lowers fall falls less down drop drops decrease decreases sink sinks reduced \
            decline declines shorter closer nearer fewer shrinking falling dropping decreasing
            """
        ),
        (.same, "same unchanged equal equals stay stays constant identical nothing"),
        (
            .larger,
            """
            larger bigger grow grows rise rises higher more up increase increases greater climb climbs longer farther \
            further growing rising increasing climbing
            """
        ),
    ]
    return Dictionary(
        uniqueKeysWithValues: words.flatMap { change, text in text.split(separator: " ").map { (String($0), change) } })
}()
