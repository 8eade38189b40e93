import Exercises02
import Practice
import Solutions02

let readOrRefuse = Check(
    "2.8", answer("model(in:)", Exercises02.model(in:), Solutions02.model(in:))
) { model in
    let bears: [(name: [UInt8], weights: [Float])] = [
        (Array("black".utf8), [1, -0.5]), (Array("grizzly".utf8), [0, 3e-20]), (Array("ours café".utf8), [7, 1e30]),
    ]
    let file = summed(content(bears, weights: 2))
    try expect(model(file), "three kinds with two weights each") {
        $0 == ["black": [1, -0.5], "grizzly": [0, 3e-20], "ours café": [7, 1e30]]
    }
    try expect(model(summed(content([(Array("x".utf8), [2])], weights: 1))), "one kind") { $0 == ["x": [2]] }

    // Each bit that falls over, and each end that is missing.
    for place in file.indices {
        var damaged = file
        damaged[place] ^= 1 << UInt8(place % 8)
        try expect(model(damaged), "nil") { $0 == nil }
        try expect(model(Array(file[..<place])), "nil") { $0 == nil }
    }
    // Nonsense with a checksum that is right.
    let one: [UInt8] = Array("x".utf8)
    var later = content(bears, weights: 2)
    later[2] = 2
    for wrong in [
        [], later, content(bears, weights: 2) + [0], Array(content(bears, weights: 2).dropLast()),
        content(bears, weights: 3), content([], weights: 1), content([(one, [])], weights: 0),
        content([([], [1])], weights: 1), content([([0xFF], [1])], weights: 1),
        content([(one, [1]), (one, [1])], weights: 1), content([(one, [.nan])], weights: 1),
        content([(one, [-.infinity])], weights: 1), Array("BM".utf8),
        Array("MB".utf8) + content(bears, weights: 2)[2...],
    ] as [[UInt8]] {
        try expect(model(summed(wrong)), "nil") { $0 == nil }
    }
}

/// The bytes of a file but for its checksum.
private func content(_ kinds: [(name: [UInt8], weights: [Float])], weights: UInt8) -> [UInt8] {
    [0x42, 0x4D, 1, UInt8(kinds.count), weights]
        + kinds.flatMap { kind in [UInt8(kind.name.count)] + kind.name + kind.weights.flatMap { bytes($0.bitPattern) } }
}

private func summed(_ content: [UInt8]) -> [UInt8] {
    content + bytes(content.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 })
}

private func bytes(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
