import Exercises21
import Practice
import Solutions21
import Tensors

let sisterRecords = Check(
    "21.1", answer("sisterRecords(_:)", Exercises21.sisterRecords(_:), Solutions21.sisterRecords(_:))
) { sisterRecords in
    var random = SplitMix64(seed: 211)
    let labels: [(UInt8, UInt8)] = [(0, 0), (19, 99), (4, 57)]
    let pictures = labels.map { _ in (0..<3072).map { _ in UInt8(random.next() % 256) } }
    func record(_ coarse: UInt8, _ fine: UInt8, _ planes: [UInt8]) -> [UInt8] { [coarse, fine] + planes }
    let bytes = zip(labels, pictures).flatMap { record($0.0, $0.1, $1) }

    let found = try sisterRecords(bytes).noting("three records")
    guard let value = found.value else {
        throw WrongAnswer(given: found.call, expected: "three labels of both kinds, and images", found: "nil")
    }
    let three = Found(found.call, value)
    try expectEqual(three.its("coarse") { $0.coarse }, [0, 19, 4])
    try expectEqual(three.its("fine") { $0.fine }, [0, 99, 57])
    try expectEqual(three.its("shape of images") { $0.images.shape }, [3, 32, 32, 3])
    for (number, row, column) in [(0, 0, 0), (0, 5, 16), (1, 16, 5), (2, 31, 31)] {
        let wanted = (0..<3).map { pictures[number][1024 * $0 + 32 * row + column] }
        let place = "colours of picture \(number) in row \(row), column \(column)"
        try expectEqual(three.its(place) { $0.images[number, row, column].scalars }, wanted)
    }
    let none = try sisterRecords([]).its("images") { $0.map(\.images.shape) }
    try expectEqual(none, [0, 32, 32, 3])

    func expectRefused(_ bytes: [UInt8], _ remark: String) throws {
        let found = try sisterRecords(bytes).noting(remark)
        try expect(found, "nil", found: "something else") { $0 == nil }
    }
    try expectRefused(bytes.dropLast(), "the last byte is missing")
    try expectRefused(bytes + [0], "a byte too many")
    try expectRefused(Array(bytes.prefix(3073)), "a record of CIFAR-10")
    try expectRefused(record(20, 0, pictures[0]), "coarse label 20")
    try expectRefused(record(0, 100, pictures[0]), "fine label 100")
    try expectRefused(record(0, 0, pictures[0]) + record(3, 255, pictures[1]), "fine label 255 in the second record")
}
