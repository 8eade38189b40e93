import Exercises13
import Layers
import Practice
import Solutions13
import Tensors

private typealias MakeBlock = @Sendable (String, Int, Int, inout SplitMix64) throws -> Sequential

/// The letter of an `UnknownPart`, of whichever module.
private func letter(_ error: any Error) -> Character? {
    (error as? Exercises13.UnknownPart)?.letter ?? (error as? Solutions13.UnknownPart)?.letter
}

let blocks = Check(
    "13.25",
    Answer(
        Exercises13.block(_:channels:filters:using:) as MakeBlock,
        Solutions13.block(_:channels:filters:using:) as MakeBlock)
) { make in
    func block(_ order: String, _ channels: Int, _ filters: Int) throws -> Found<Sequential> {
        var random = SplitMix64(seed: 1325)
        let call = "block(\"\(order)\", channels: \(channels), filters: \(filters), using: &random)"
        return Found(call, try asking(call) { try make(order, channels, filters, &random) })
    }
    let names: [Character: String] = ["C": "Conv2d", "N": "BatchNorm2d", "R": "ReLU"]
    var random = SplitMix64(seed: 1)
    let x = Tensor.randn(4, 3, 9, 6, using: &random)
    for (order, bias, norms) in [
        ("CNR", false, [8]), ("CRN", true, [8]), ("NRC", true, [3]), ("C", true, []), ("NCN", false, [3, 8]),
        ("RCRNN", true, [8, 8]), ("NRCNR", false, [3, 8]),
    ] {
        let found = try block(order, 3, 8)
        try expectEqual(found.its("layers") { $0.layers.map { "\(type(of: $0))" } }, order.map { names[$0]! })
        let widths = found.its("channels of the norms") { $0.layers.compactMap { ($0 as? BatchNorm2d)?.gamma.count } }
        try expectEqual(widths, norms)
        let convolution = found.its("the convolution") { $0.layers.lazy.compactMap { $0 as? Conv2d }.first! }
        try expectEqual(convolution.its("has a bias") { $0.bias != nil }, bias)
        try expectEqual(convolution.its("shape of the weight", \.weight.shape), [8, 3, 3, 3])
        try expectEqual(found.its("shape of the output for [4, 3, 9, 6]") { $0(x).shape }, [4, 8, 5, 3])
    }
    for (order, expected) in [("CNQ", "Q"), ("xC", "x")] as [(String, Character)] {
        var thrown: Character?
        do { _ = try block(order, 1, 2) } catch let error where letter(error) != nil { thrown = letter(error) }
        try expectEqual(Found("block(\"\(order)\", …), letter of the UnknownPart that is thrown", thrown), expected)
    }
}
