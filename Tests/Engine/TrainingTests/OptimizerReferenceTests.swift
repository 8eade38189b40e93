// Every optimizer takes the steps that PyTorch takes. (Fixtures: Tools/training_fixtures.py.)

import Foundation
import Layers
import Safetensors
import Tensors
import TestSupport
import Testing
import Training

private typealias Make = @Sendable ([Parameter]) -> any Optimizer

private let optimizers: [String: Make] = [
    "sgd": { SGD($0, learningRate: 0.1) },
    "sgd decay": { SGD($0, learningRate: 0.1, momentum: 0, weightDecay: 0.2) },
    "sgd momentum": { SGD($0, learningRate: 0.1, momentum: 0.9, weightDecay: 0.2) },
    "sgd nesterov": { SGD($0, learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.2) },
    "sgd dampening": { SGD($0, learningRate: 0.1, momentum: 0.9, dampening: 0.7, weightDecay: 0.2) },
    "rmsprop": { RMSProp($0, learningRate: 0.01, squareMomentum: 0.9, epsilon: 0.1) },
    "rmsprop momentum": {
        RMSProp($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.9, epsilon: 1e-8, weightDecay: 0.2)
    },
    "adam": { Adam($0, learningRate: 0.01, squareMomentum: 0.999, epsilon: 1e-8) },
    "adam decay": { Adam($0, learningRate: 0.01, momentum: 0.8, epsilon: 0.1, weightDecay: 0.2) },
    "adamw": { AdamW($0, learningRate: 0.01, momentum: 0.8, epsilon: 0.1, weightDecay: 0.2) },
    "adamw book": { AdamW($0, learningRate: 0.01) },
    "adam amsgrad": {
        Adam($0, learningRate: 0.01, momentum: 0.8, epsilon: 0.1, weightDecay: 0.2, amsgrad: true)
    },
    "adamw amsgrad": {
        AdamW($0, learningRate: 0.01, momentum: 0.8, epsilon: 0.1, weightDecay: 0.2, amsgrad: true)
    },
    "radam": { RAdam($0, learningRate: 0.01, epsilon: 0.1) },
    "radam decay": { RAdam($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.999, weightDecay: 0.2) },
    "radam decoupled": {
        RAdam($0, learningRate: 0.01, momentum: 0.8, squareMomentum: 0.999, weightDecay: 0.2, decay: .decoupled)
    },
]

struct `Optimizers and PyTorch's` {
    private let file = Result { try SafetensorsFile(reading: fixture("Training/optimizers.safetensors")) }

    @Test(arguments: optimizers.keys.sorted())
    func `eight steps are the same, one parameter left out once`(_ name: String) throws {
        let file = try file.get()
        let parameters = try (0..<2).map { Parameter(try file.tensor("start.\($0)")) }
        let optimizer = optimizers[name]!(parameters)
        for step in 0..<8 {
            for (k, parameter) in parameters.enumerated() {
                parameter.grad = file.tensors["grad.\(step).\(k)"] == nil ? nil : try file.tensor("grad.\(step).\(k)")
            }
            optimizer.step()
            for (k, parameter) in parameters.enumerated() {
                // Eight steps of five roundings each, of numbers about 1.
                expectClose(
                    parameter.value, try file.tensor("\(name).\(step).\(k)"), absolute: 2e-6, relative: 2e-6,
                    "\(name), step \(step)")
            }
        }
    }

    @Test func `the epsilon is outside the root, and the two kinds of decay differ`() throws {
        let file = try file.get()
        let last = try ["adam decay", "adamw"].map { try file.tensor("\($0).7.0") }
        #expect((last[0] - last[1]).abs().max().item > 0.01)
    }

    @Test func `dampening and amsgrad make a difference`() throws {
        let file = try file.get()
        for (plain, other) in [("sgd momentum", "sgd dampening"), ("adam decay", "adam amsgrad")] {
            let last = try [plain, other].map { try file.tensor("\($0).7.0") }
            #expect((last[0] - last[1]).abs().max().item > 1e-4, "\(other)")
        }
    }
}

/// One number per step, in Double, by the formula as it is in the paper.
private struct Reference {
    let start = [0.5, -1.25, 2.0], slopes = [[0.3, -0.2, 0.1], [0.1, 0.4, -0.3], [-0.2, 0.05, 0.6]]

    func expect(_ make: Make, _ formula: (_ p: inout [Double], _ g: [Double], _ t: Int) -> Void) {
        let parameter = Parameter(Tensor(start.map { Float($0) }))
        let optimizer = make([parameter])
        var p = start
        for (t, slope) in slopes.enumerated() {
            parameter.grad = Tensor(slope.map { Float($0) })
            optimizer.step()
            formula(&p, slope, t + 1)
            expectClose(
                parameter.value.scalars.map(Double.init), p, absolute: 1e-6, relative: 1e-6, "step \(t + 1)")
        }
    }
}

struct `Optimizers and their formulas` {
    @Test func `Adam with the decay of the book's workloads`() {
        var (m, s) = ([0.0, 0, 0], [0.0, 0, 0])
        Reference().expect({ AdamW($0, learningRate: 0.05, momentum: 0.85, weightDecay: 0.1) }) { p, g, t in
            for i in p.indices {
                m[i] = 0.85 * m[i] + 0.15 * g[i]
                s[i] = 0.99 * s[i] + 0.01 * g[i] * g[i]
                p[i] *= 1 - 0.05 * 0.1
                let corrected = s[i] / (1 - pow(0.99, Double(t)))
                p[i] -= 0.05 * m[i] / (1 - pow(0.85, Double(t))) / (corrected.squareRoot() + 1e-5)
            }
        }
    }

    @Test(arguments: [0, 0.1] as [Float])
    func `LAMB's steps are as long as the weights say`(_ decay: Float) {
        var (m, s) = ([0.0, 0, 0], [0.0, 0, 0])
        Reference().expect({ LAMB($0, learningRate: 0.05, weightDecay: decay) }) { p, g, t in
            var u = p
            for i in p.indices {
                m[i] = 0.9 * m[i] + 0.1 * g[i]
                s[i] = 0.99 * s[i] + 0.01 * g[i] * g[i]
                let root = (s[i] / (1 - pow(0.99, Double(t)))).squareRoot()
                u[i] = m[i] / (1 - pow(0.9, Double(t))) / (root + 1e-5) + Double(decay) * p[i]
            }
            let length = { (x: [Double]) in x.reduce(0) { $0 + $1 * $1 }.squareRoot() }
            let trust = min(length(p) / length(u), 10)
            for i in p.indices { p[i] -= 0.05 * trust * u[i] }
        }
    }

    @Test func `SGD with decoupled decay`() {
        var v = [0.0, 0, 0]
        let make: Make = { SGD($0, learningRate: 0.1, momentum: 0.5, weightDecay: 0.2, decay: .decoupled) }
        Reference().expect(make) { p, g, _ in
            for i in p.indices {
                v[i] = 0.5 * v[i] + g[i]
                p[i] = p[i] * (1 - 0.1 * 0.2) - 0.1 * v[i]
            }
        }
    }

    @Test func `LAMB with weights of zero takes Adam's step`() {
        let parameter = Parameter(.zeros(4))
        parameter.grad = Tensor([1, -2, 3, 0])
        LAMB([parameter], learningRate: 0.5).step()
        expectClose(parameter.value, Tensor([-0.5, 0.5, -0.5, 0]), absolute: 1e-4)
    }
}
