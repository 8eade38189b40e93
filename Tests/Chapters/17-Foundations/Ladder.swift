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
        for version in [WithClasses.Model.gradients(of: net), WithLayerFunction.Model.gradients(of: net)] {
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
            let (slopes, largest) = (gradient.scalars, Double(gradient.abs().max().item))
            for place in stride(from: 0, to: slopes.count, by: max(1, slopes.count / 7)) {
                // Steps are sums of powers of two, but adding one to a Float rounds: what counts is where that leads.
                let (up, down) = (values[tensor][place] + 0x1p-10, values[tensor][place] - 0x1p-10)
                let rise = loss(moving: tensor, place, by: 0x1p-10) - loss(moving: tensor, place, by: -0x1p-10)
                let slope = rise / (Double(up) - Double(down))
                // On its short way, an item in 200 may pass the corner of a ReLU.
                #expect(abs(slope - Double(slopes[place])) < 0.01 * largest, "\(name) at \(place)")
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
        let pages = try swiftFiles(below: "Chapters/17-Foundations").map { file in
            try projectText(file).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        for (rung, heads) in zip(ladder, declarations) {
            #expect(pages.reduce(0) { $0 + codeLines(of: heads, in: $1) } == rung.lines, "\(rung.name)")
        }
    }

    /// How the declarations of each version begin.
    private let declarations = [
        ["public enum WithPlainArrays", "extension WithPlainArrays"],
        [
            "public func linear(", "public func relu(_ x: Tensor", "public func mse(", "public func mseGradient(",
            "public func reluGradient(", "public func linearGradient(", "public func forwardAndBackward(",
        ],
        [
            "public protocol Handmade", "func lastCall<", "public enum WithClasses", "extension WithClasses",
            "extension HandmadeModel",
        ],
        [
            "public protocol LayerRule", "public final class LayerFunction<", "extension LayerFunction:",
            "public enum WithLayerFunction", "extension WithLayerFunction",
        ],
        ["public struct MyReLU", "public enum WithAutogradFunctions", "extension WithAutogradFunctions"],
        ["public final class LinearLayer", "public enum WithModules", "extension WithModules"],
        ["public enum WithTheEngine"],
    ]

    /// Lines of code in the declarations that begin so, without comments and empty lines. The model in modules is there
    /// twice, and counts once.
    private func codeLines(of heads: [String], in page: [String]) -> Int {
        var (count, block, depth): (Int, [String]?, Int) = (0, nil, 0)
        for line in page where line.contains(/\S/) && !line.contains(/^ *\/\//) {
            if block == nil, heads.contains(where: line.hasPrefix) { block = [] }
            guard block != nil else { continue }
            block!.append(line)
            depth += line.count { $0 == "{" } - line.count { $0 == "}" }
            if depth == 0, block!.contains(where: { $0.contains("{") }) {
                if !block!.contains(where: { $0.contains("ModelCallingSuper") }) { count += block!.count }
                block = nil
            }
        }
        return count
    }
}
