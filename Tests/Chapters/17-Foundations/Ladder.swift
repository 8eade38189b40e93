// The little net is written seven times. Every version computes what the others do.

import Chapter17
import Foundation
import Tensors
import TestSupport
import Testing

@Suite struct `17.11 The ladder` {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `all versions agree with the engine, in the loss and in five gradients`(_ seed: UInt64) {
        let net = LittleNet(seed: seed)
        let engine = WithTheEngine.gradients(of: net)
        for rung in ladder {
            let version = rung.gradients(net)
            #expect(abs(version.loss - engine.loss) < 1e-5 * engine.loss, "\(rung.name)")
            for ((name, found), (_, expected)) in zip(version.named, engine.named) {
                let largest = Double(expected.abs().max().item)
                expectClose(found, expected, absolute: 2e-6 * largest, relative: 1e-5, "\(rung.name), \(name)")
            }
        }
    }

    @Test func `functions, classes and LayerFunction agree to the last bit`() {
        let net = LittleNet(seed: 4)
        let functions = WithFunctions.gradients(of: net)
        for version in [WithClasses.gradients(of: net), WithLayerFunction.gradients(of: net)] {
            #expect(version.loss == functions.loss)
            #expect(version.largestDifferences(from: functions) == [0, 0, 0, 0, 0])
        }
    }

    // The loss in double, by the textbook's loops, a little to both sides.
    @Test func `and with central differences`() {
        let net = LittleNet(seed: 5)
        let engine = WithTheEngine.gradients(of: net)
        let values = [net.x, net.w1, net.b1, net.w2, net.b2].map(\.scalars)
        func loss(moving tensor: Int, _ place: Int, by step: Float) -> Double {
            var moved = values
            moved[tensor][place] += step
            return lossInDouble(moved, net.y.scalars)
        }
        for (tensor, (name, gradient)) in engine.named.enumerated() {
            let slopes = gradient.scalars
            for place in stride(from: 0, to: slopes.count, by: max(1, slopes.count / 7)) {
                // Steps are sums of powers of two, but adding one to a Float rounds: what counts is where that leads.
                let (up, down) = (values[tensor][place] + 0x1p-10, values[tensor][place] - 0x1p-10)
                let rise = loss(moving: tensor, place, by: 0x1p-10) - loss(moving: tensor, place, by: -0x1p-10)
                let slope = rise / (Double(up) - Double(down))
                #expect(abs(slope - Double(slopes[place])) < 1e-4, "\(name) at \(place)")
            }
        }
    }

    private func lossInDouble(_ values: [[Float]], _ y: [Float]) -> Double {
        let (x, w1, b1, w2, b2) = (values[0], values[1], values[2], values[3], values[4])
        let hidden = productByLoops(x, w1, m: 200, k: 100, n: 50)
        var sum = 0.0
        for item in 0..<200 {
            let output = (0..<50).reduce(Double(b2[0])) { output, unit in
                output + max(0, hidden[item * 50 + unit] + Double(b1[unit])) * Double(w2[unit])
            }
            sum += (output - Double(y[item])) * (output - Double(y[item]))
        }
        return sum / 200
    }

    @Test func `every version has as many lines as the table says`() throws {
        let counts = try sources.map { rung in
            try rung.reduce(0) { try $0 + lines(of: $1.heads, in: "Chapters/17-Foundations/\($1.page)") }
        }
        #expect(ladder.map(\.lines) == counts)
    }

    /// Where the code of each version is: a page, and how its declarations begin.
    private var sources: [[(page: String, heads: [String])]] {
        [
            [("10f-PlainArrays.swift", ["public enum WithPlainArrays", "extension WithPlainArrays"])],
            [("10-LayersAsClasses.swift", ["public enum WithFunctions"])],
            [
                ("10-LayersAsClasses.swift", ["public protocol Hand", "func lastCall", "public enum WithClasses"]),
                ("10b-ModelAsAClass.swift", ["extension WithClasses"]),
            ],
            [
                (
                    "10c-LayerFunction.swift",
                    ["public protocol", "public final class", "extension L", "public enum", "extension W"]
                )
            ],
            [
                ("11-AutogradFunction.swift", ["public struct MyReLU"]),
                ("11b-NetOfFunctions.swift", ["public enum", "extension WithAutogradFunctions"]),
            ],
            [
                ("11d-ParametersAndModules.swift", ["public final class LinearLayer"]),
                ("11f-SequentialAndModel.swift", ["public enum", "extension WithModules"]),
            ],
            [("11h-Ladder.swift", ["public enum WithTheEngine"])],
        ]
    }

    /// Lines of code in the declarations that begin so, without comments and empty lines. The model is there twice on
    /// its page, and counts once.
    private func lines(of heads: [String], in file: String) throws -> Int {
        let all = try projectText(file).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var (count, block): (Int, [String]?) = (0, nil)
        for line in all {
            if block == nil, heads.contains(where: { line.hasPrefix($0) }) { block = [] }
            if line.contains(/\S/), !line.contains(/^ *\/\//) { block?.append(line) }
            if block != nil, line == "}" || line.hasSuffix("{}") {
                if !block!.contains(where: { $0.contains("ModelCallingSuper") }) { count += block!.count }
                block = nil
            }
        }
        return count
    }
}
