import Exercises12
import Practice
import Solutions12

let contextSamples = Check(
    "12.3",
    answer(
        "contextSamples(_:count:step:)", Exercises12.contextSamples(_:count:step:),
        Solutions12.contextSamples(_:count:step:))
) { contextSamples in
    func all(_ samples: [(words: [Int], next: Int)]) -> [[Int]] { samples.map { $0.words + [$0.next] } }
    for (length, count, step) in [
        (10, 3, 3), (10, 3, 1), (9, 2, 4), (4, 3, 3), (3, 3, 3), (2, 3, 1), (0, 1, 1), (7, 1, 1), (12, 5, 2), (8, 1, 9),
    ] {
        let stream = (0..<length).map { $0 * $0 }
        let places = (0..<length).filter { $0 % step == 0 && $0 + count < length }
        try expectEqual(
            contextSamples(stream, count, step).its("words and next word", all),
            places.map { place in (place...place + count).map { stream[$0] } })
    }
}
