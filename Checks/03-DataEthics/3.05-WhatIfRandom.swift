import Exercises03
import Practice
import Solutions03

let whatIfRandom = Check(
    "3.5",
    answer(
        "meanIfRandom(_:probabilities:minutes:videos:)", Exercises03.meanIfRandom(_:probabilities:minutes:videos:),
        Solutions03.meanIfRandom(_:probabilities:minutes:videos:))
) { whatIfRandom in
    typealias Entry = (video: Int, probability: Double, minutes: Double)
    func look(_ log: [Entry], _ videos: Int, _ wanted: Double?) throws {
        let (probabilities, minutes) = (log.map(\.probability), log.map(\.minutes))
        try expectClose(whatIfRandom(log.map(\.video), probabilities, minutes, videos), wanted)
    }
    let first: [Entry] = [(0, 0.9, 10), (0, 0.9, 10), (1, 0.1, 4)]
    try look(first, 2, 10.370370370)
    try look(first, 3, nil)
    try look([], 1, nil)
    // Nine times the favourite with 10 minutes, once the other with 2: the mean of both is 6.
    let fair: [Entry] = (0..<10).map { $0 < 9 ? (0, 0.9, 10) : (1, 0.1, 2) }
    try look(fair, 2, 6)
    try look([(0, 1, 7), (0, 1, 9)], 1, 8)
}
