// Every case of every family, compared with its fixture; and every operation, layer, loss, optimizer and schedule
// of the engine has a case.
//
// To try another folder of fixtures, made with another seed:
//
//     python Tools/golden.py --seed 7 --out FOLDER
//     GROUNDUP_GOLDEN=FOLDER swift test --skip-build --disable-xctest --filter GoldenTests
//
// This also prints how far the engine is from the truth.

import Foundation
import Safetensors
import TestSupport
import Testing

@testable import Tensors

private let asked = ProcessInfo.processInfo.environment["GROUNDUP_GOLDEN"]
private let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
private let folder = asked.map { URL(fileURLWithPath: $0) } ?? here.appending(path: "Fixtures/seed-1")

private func fixtures(_ family: GoldenFamily) throws -> SafetensorsFile {
    try SafetensorsFile(reading: folder.appending(path: "\(family.name).safetensors"))
}

@Suite struct `Compared with PyTorch` {
    @Test(arguments: GoldenFamily.all.indices)
    func `values and gradients are the true ones, except for rounding`(_ number: Int) throws {
        let family = GoldenFamily.all[number]
        let file = try fixtures(family)
        var worst = (value: Worst(), gradient: Worst())
        for one in family.cases {
            guard file.tensors["\(one.name)/y"] != nil else {
                Issue.record("\(family.name): the fixtures have no “\(one.name)”")
                continue
            }
            let (value, gradient) = family.tolerance(of: one.name)
            let check = try Check(one, file)
            check.outputs { worst.value.note(value, "\(one.name): \($0)", $1, $2, among: $3) }
            check.gradients { worst.gradient.note(gradient, "\(one.name): \($0)", $1, $2, among: $3) }
        }
        if asked != nil {
            print(
                "golden \(family.name): \(family.cases.count) cases, value \(worst.value), gradient \(worst.gradient)")
        }
    }

    @Test(arguments: GoldenFamily.all.indices)
    func `every fixture has its case`(_ number: Int) throws {
        let family = GoldenFamily.all[number]
        let stored = try fixtures(family).tensors.keys.filter { $0.hasSuffix("/y") }.map { String($0.dropLast(2)) }
        let unused = Set(stored).subtracting(family.cases.map(\.name))
        #expect(unused.isEmpty, "\(family.name): no case for \(unused.sorted())")
        #expect(Set(family.cases.map(\.name)).count == family.cases.count, "\(family.name): a name occurs twice")
    }

    @Test func `every operation that is recorded has a case, under the name that gradFn shows`() throws {
        var known: Set<String?> = []
        for family in GoldenFamily.all {
            let file = try fixtures(family)
            for one in family.cases where file.tensors["\(one.name)/y"] != nil {
                known.formUnion(try one.body(Golden(file, one.name)).map(\.gradFn))
            }
        }
        let recorded = try names(in: "Tensors", #/(?:recorded|pick|shared)\(\s*[^"\n]*"(?<name>\w+)"/#)
        #expect(recorded.count > 50)
        for name in recorded { #expect(known.contains(name), "no golden case makes a \(name)") }
    }

    // What is not recorded, or made of recorded steps, is found by its declaration; a case begins with its name.
    @Test func `every layer, loss, optimizer and schedule has a case`() throws {
        let layers = try names(
            in: "Layers",
            #/public (?:final )?class (?<name>\w+): (?:Module, Layer|BatchNorm|InstanceNorm|ChannelDropout|RecurrentCell|RecurrentNet)\b/#
        )
        // What BatchNorm1d and 2d have in common, and so on; these nets are compared as wholes, in LayersTests.
        .subtracting([
            "BatchNorm", "InstanceNorm", "ChannelDropout", "ResNet", "ResNetBlock", "MobileNetV2", "InvertedResidual",
            "EfficientNetLite0", "EfficientNetBlock",
        ])
        let losses = try names(
            in: "Training", #/public func (?<name>\w+(?:Loss|CrossEntropy)|crossEntropy)(?:WithLogits)?\(/#)
        let optimizers = try names(in: "Training", #/public (?:final )?class (?<name>\w+): (?:Adam|GroupOptimizer)\b/#)
        let schedules = try names(in: "Training", #/static func (?<name>\w+)\([^{]*-> Schedule \{/#)
        for (declared, family) in [
            (layers, GoldenFamily.layers), (losses, .losses), (optimizers, .optimizers), (schedules, .schedules),
        ] {
            #expect(declared.count > 5, "\(declared)")
            let known = Set(family.cases.map { $0.name.prefix { $0 != " " } }.map(String.init))
            #expect(declared.isSubset(of: known), "\(family.name): no case for \(declared.subtracting(known).sorted())")
        }
    }

    /// What a pattern finds in the sources of a module.
    private func names(in module: String, _ pattern: Regex<(Substring, name: Substring)>) throws -> Set<String> {
        let found = try swiftFiles(below: "Sources/Engine/\(module)").flatMap { file in
            try projectText(file).matches(of: pattern).map { String($0.output.name) }
        }
        return Set(found)
    }
}

/// One case, run forward and back.
private struct Check {
    let outputs: [Tensor]
    let golden: Golden

    init(_ one: GoldenCase, _ file: SafetensorsFile) throws {
        golden = Golden(file, one.name)
        outputs = try one.body(golden)
        // The loss Σ y · dy sends exactly dy back to each output.
        let parts = outputs.indices.filter { golden.has("d" + key($0)) }.map { number in
            let dy = golden.stored("d" + key(number))
            #expect(dy.shape == outputs[number].shape, "\(one.name): dy of \(key(number))")
            return (outputs[number] * dy).sum()
        }
        if let first = parts.first { parts.dropFirst().reduce(first) { $0 + $1 }.backward() }
    }

    private func key(_ number: Int) -> String { number == 0 ? "y" : "y\(number + 1)" }

    func outputs(_ body: (_ name: String, _ found: Tensor, _ expected: Tensor, _ largest: Float) -> Void) {
        #expect(!golden.has(key(outputs.count)), "\(golden.name) has more outputs than \(outputs.count)")
        for (number, y) in outputs.enumerated() {
            let expected = golden.stored(key(number))
            body(key(number), y, expected, expected.scalars.largestMagnitude)
        }
    }

    func gradients(_ body: (_ name: String, _ found: Tensor, _ expected: Tensor, _ largest: Float) -> Void) {
        let wanted = golden.file.tensors.keys.filter { $0.hasPrefix("\(golden.name)/d") }
            .map { String($0.dropFirst(golden.name.count + 2)) }.filter { golden.has($0) && !$0.isOutput }
        #expect(Set(wanted) == Set(golden.leaves.keys), "\(golden.name): what is differentiated")
        let largest = wanted.map { golden.stored("d" + $0).scalars.largestMagnitude }.max() ?? 0
        for (name, leaf) in golden.leaves where golden.has("d" + name) {
            body("d" + name, leaf.grad ?? .zeros(leaf.shape), golden.stored("d" + name), largest)
        }
    }
}

extension String {
    /// y, y2, y3 and so on.
    fileprivate var isOutput: Bool { first == "y" && dropFirst().allSatisfy { $0.isNumber } && self != "y0" }
}

/// The largest deviation seen.
private struct Worst: CustomStringConvertible {
    var deviation = 0.0
    var place = "none"

    mutating func note(
        _ tolerance: Tolerance, _ place: String, _ found: Tensor, _ expected: Tensor, among largest: Float
    ) {
        #expect(found.shape == expected.shape, "\(place)")
        guard found.shape == expected.shape else { return }
        let deviation = tolerance.deviation(found.scalars, expected.scalars, among: largest)
        let scale = tolerance.isOfLargest ? "of the largest number" : "of the number"
        #expect(deviation <= tolerance.relative, "\(place) is off by \(deviation) \(scale)")
        if deviation > self.deviation { (self.deviation, self.place) = (deviation, place) }
    }

    var description: String { "\((deviation * 1e9).rounded() / 1e9) (\(place))" }
}
