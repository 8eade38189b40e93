import Exercises03
import Practice
import Solutions03

let seenUnequally = Check(
    "3.4",
    answer(
        "shareOfA(isA:probabilities:found:)", Exercises03.shareOfA(isA:probabilities:found:),
        Solutions03.shareOfA(isA:probabilities:found:))
) { seenUnequally in
    typealias Patrol = (isA: Bool, probability: Double, found: Bool)
    func look(_ patrols: [Patrol], _ wanted: Double?) throws {
        try expectClose(seenUnequally(patrols.map(\.isA), patrols.map(\.probability), patrols.map(\.found)), wanted)
    }
    let first: [Patrol] = [(true, 0.8, true), (true, 0.8, false), (false, 0.2, true)]
    try look(first, 0.2)
    let even: [Patrol] = (0..<10).map { ($0 < 8, $0 < 8 ? 0.8 : 0.2, true) }
    try look(even, 0.5)
    let two: [Patrol] = [(true, 0.5, true), (false, 0.25, true), (false, 0.5, true), (true, 0.1, false)]
    try look(two, 0.25)
    try look([(false, 0.3, true)], 0)
    try look([(true, 0.3, false)], nil)
    try look([], nil)
}
