import Exercises03
import Practice
import Solutions03

let whoWasTested = Check(
    "3.8",
    answer(
        "trueShare(probabilities:isTested:isIll:)", Exercises03.trueShare(probabilities:isTested:isIll:),
        Solutions03.trueShare(probabilities:isTested:isIll:))
) { whoWasTested in
    typealias File = (probability: Double, isTested: Bool, isIll: Bool)
    func look(_ files: [File], _ wanted: Double?) throws {
        try expectClose(
            whoWasTested(files.map(\.probability), files.map(\.isTested), files.map(\.isIll)), wanted)
    }
    let first: [File] = [(0.5, true, true), (0.25, true, false), (0.5, false, true)]
    try look(first, 1.0 / 3)
    // 100 people who see doctors, 100 who do not, 20 of each ill: the files have 18 and 2 of them.
    var files: [File] = (0..<100).map { (0.9, $0 < 90, $0 < 18) }
    files += (0..<100).map { (0.1, $0 < 10, $0 < 2) }
    try look(files, 0.2)
    files[0].isTested = false
    try look(files, (17 / 0.9 + 20) / (89 / 0.9 + 100))
    try look([(0.5, false, true)], nil)
    try look([], nil)
    try look([(0.2, true, true)], 1)
}
