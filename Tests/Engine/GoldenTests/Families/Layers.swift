// Every layer, with its parameters and buffers loaded from the fixture.

import Layers
import Tensors

extension GoldenFamily {
    // As exact as the operations that they are made of: see there.
    static let layers = GoldenFamily(
        name: "layers", value: .largest(1e-6), gradient: .largest(5e-6),
        cases: recurrentLayers + bidirectionalLayers + droppingLayers + [
            GoldenCase("Linear") { g in g.loaded { Linear(5, 3, using: &$0) }(g.input) },
            GoldenCase("Linear without bias") { g in g.loaded { Linear(5, 3, bias: false, using: &$0) }(g.input) },
            GoldenCase("Linear tied to an Embedding") { g in
                let embedding = Embedding(.zeros(6, 4))
                let linear = g.loaded { Linear(tiedTo: embedding.weight, using: &$0) }
                return linear(embedding(g.ints("ids")))
            },
            GoldenCase("Conv1d") { g in
                g.loaded { Conv1d(4, 6, kernel: 3, stride: 2, padding: 1, dilation: 2, groups: 2, using: &$0) }(g.x)
            },
            GoldenCase("Conv2d") { g in
                g.loaded { Conv2d(4, 6, kernel: 3, stride: 2, padding: 1, groups: 2, using: &$0) }(g.x)
            },
            GoldenCase("ConvTranspose2d") { g in
                g.loaded { ConvTranspose2d(4, 3, kernel: 3, stride: 2, padding: 1, outputPadding: 1, using: &$0) }(g.x)
            },
            GoldenCase("MaxPool2d") { MaxPool2d(3, stride: 2, padding: 1)($0.x) },
            GoldenCase("AveragePool2d") {
                AveragePool2d(3, stride: 2, padding: 1, ceilMode: true, countIncludesPadding: false)($0.x)
            },
            GoldenCase("AdaptiveAveragePool2d") { AdaptiveAveragePool2d([2, 3])($0.x) },
            GoldenCase("AdaptiveMaxPool2d") { AdaptiveMaxPool2d([2, 3])($0.x) },
            batchNorm("BatchNorm1d") { BatchNorm1d(4, momentum: 0.2) },
            batchNorm("BatchNorm1d of sequences") { BatchNorm1d(4, momentum: 0.2) },
            batchNorm("BatchNorm2d") { BatchNorm2d(4, momentum: 0.2) },
            batchNorm("BatchNorm1d of the last batch") { BatchNorm1d(4, momentum: 1) },
            inUse("BatchNorm1d") { _ in BatchNorm1d(4) }, inUse("BatchNorm1d of sequences") { _ in BatchNorm1d(4) },
            inUse("BatchNorm2d") { _ in BatchNorm2d(4) }, inUse("Dropout") { Dropout(0.5, using: &$0) },
            inUse("Dropout1d") { Dropout1d(0.5, using: &$0) }, inUse("Dropout2d") { Dropout2d(0.5, using: &$0) },
            GoldenCase("LayerNorm") { g in g.loaded { _ in LayerNorm([4, 6], epsilon: 1e-3) }(g.x) },
            GoldenCase("GroupNorm") { g in g.loaded { _ in GroupNorm(2, 4, epsilon: 1e-3) }(g.x) },
            GoldenCase("GroupNorm plain") { GroupNorm(2, 4, affine: false)($0.x) },
            GoldenCase("InstanceNorm1d") { InstanceNorm1d(4)($0.input) },
            GoldenCase("InstanceNorm2d") { InstanceNorm2d(4)($0.input) },
            GoldenCase("InstanceNorm1d affine") { g in g.loaded { _ in InstanceNorm1d(4, affine: true) }(g.x) },
            GoldenCase("InstanceNorm2d affine") { g in g.loaded { _ in InstanceNorm2d(4, affine: true) }(g.x) },
            GoldenCase("Embedding with padding") { g in
                g.loaded { Embedding(6, 4, padding: -2, using: &$0) }(g.ints("ids"))
            },
            GoldenCase("Embedding with padding, tied") { g in
                let embedding = g.loaded { Embedding(6, 4, padding: 1, using: &$0) }
                return embedding(g.ints("ids")).linear(embedding.weight.value)
            },
            GoldenCase("Embedding") { g in g.loaded { Embedding(6, 4, using: &$0) }(g.ints("ids")) },
            GoldenCase("ReLU") { ReLU()($0.input) }, GoldenCase("ReLU6") { ReLU6()($0.input) },
            GoldenCase("Sigmoid") { Sigmoid()($0.input) },
            GoldenCase("Tanh") { Tanh()($0.input) },
            GoldenCase("LogSoftmax") { LogSoftmax()($0.x) },
            GoldenCase("LogSoftmax of channels") { LogSoftmax(axis: 1)($0.x) },
            GoldenCase("Softmax") { Softmax()($0.x) }, GoldenCase("Softmax of channels") { Softmax(axis: 1)($0.x) },
            GoldenCase("LeakyReLU") { LeakyReLU()($0.input) }, GoldenCase("ELU") { ELU()($0.input) },
            GoldenCase("ELU alpha") { ELU(alpha: 2)($0.x) }, GoldenCase("GELU") { GELU()($0.input) },
            GoldenCase("SiLU") { SiLU()($0.input) }, GoldenCase("Mish") { Mish()($0.input) },
            GoldenCase("HardSwish") { HardSwish()($0.input) }, GoldenCase("Softplus") { Softplus()($0.x) },
            GoldenCase("PReLU") { g in g.loaded { _ in PReLU() }(g.x) },
            GoldenCase("PReLU of channels") { g in g.loaded { _ in PReLU(channels: 4) }(g.x) },
            GoldenCase("Flatten") { Flatten()($0.x) },
            GoldenCase("Upsample") { Upsample(by: 2, mode: .bilinear, alignCorners: true)($0.x) },
            GoldenCase("Upsample to a size") { Upsample(to: [9, 4])($0.x) },
            GoldenCase("PixelShuffle") { PixelShuffle(2)($0.x) },
            GoldenCase("Sequential") { g in
                g.loaded { Sequential(Linear(4, 7, using: &$0), ReLU(), Linear(7, 2, using: &$0)) }(g.x)
            },
            GoldenCase("Lambda") { Lambda { $0.squared() }($0.x) },
        ])

    /// While training: the running averages are compared too.
    private static func batchNorm(_ name: String, _ make: @escaping @Sendable () -> BatchNorm) -> GoldenCase {
        GoldenCase(
            name,
            of: { g in
                let layer = g.loaded { _ in make() }
                return [layer(g.x), layer.runningMean.value, layer.runningVariance.value]
            })
    }

    private static func inUse(
        _ name: String, _ make: @escaping @Sendable (inout SplitMix64) -> any Layer<Tensor, Tensor>
    ) -> GoldenCase {
        GoldenCase("\(name) in use") { g in
            func run(_ layer: some Layer<Tensor, Tensor>) -> Tensor {
                let layer = g.loaded { _ in layer }
                layer.eval()
                return layer(g.x)
            }
            var random = SplitMix64(seed: 0)
            return run(make(&random))
        }
    }
}
