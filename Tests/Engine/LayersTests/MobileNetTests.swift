// MobileNetV2 and EfficientNet-Lite0: how large they are, what their numbers are called, and what they compute. The
// expected numbers come from Tools/mobile_golden.py.

import Foundation
import Kernels
import Safetensors
import Tensors
import TestSupport
import Testing

@testable import Layers

private func mobileNet(width: Double = 1, classes: Int = 10) -> MobileNetV2 {
    var random = SplitMix64(seed: 1)
    let net = MobileNetV2(width: width, classes: classes, using: &random)
    net.eval()
    return net
}

private func efficientNet(classes: Int = 10) -> EfficientNetLite0 {
    var random = SplitMix64(seed: 1)
    let net = EfficientNetLite0(classes: classes, using: &random)
    net.eval()
    return net
}

private func images(_ count: Int, _ height: Int, _ width: Int, seed: UInt64, most: Float = 2) -> Tensor {
    var random = SplitMix64(seed: seed)
    return .rand([count, 3, height, width], low: -most, high: most, using: &random)
}

@Suite(.serialized) struct `MobileNetV2s` {
    @Test(arguments: [(1.0, 1000, 3_504_872), (1.0, 10, 2_236_682), (0.5, 1000, 1_968_680), (1.4, 1000, 6_108_776)])
    func `have as many parameters as torchvision's`(_ width: Double, _ classes: Int, _ count: Int) {
        #expect(mobileNet(width: width, classes: classes).parameterCount == count)
    }

    @Test func `have torchvision's names`() {
        let state = mobileNet().torchState.mapValues(\.shape)
        #expect(state.count == 52 * 5 + 2)
        #expect(state["features.0.0.weight"] == [32, 3, 3, 3] && state["features.0.1.running_var"] == [32])
        #expect(state["features.1.conv.0.0.weight"] == [32, 1, 3, 3])
        #expect(state["features.1.conv.1.weight"] == [16, 32, 1, 1] && state["features.1.conv.2.bias"] == [16])
        #expect(state["features.2.conv.0.0.weight"] == [96, 16, 1, 1])
        #expect(state["features.2.conv.1.0.weight"] == [96, 1, 3, 3])
        #expect(
            state["features.17.conv.3.running_mean"] == [320] && state["features.18.0.weight"] == [1280, 320, 1, 1])
        #expect(state["classifier.1.weight"] == [10, 1280])
    }

    @Test(arguments: [(4.0, 8), (11.9, 16), (11, 16), (8.8, 8), (12.0, 16), (18, 24), (33, 32), (1792, 1792), (0.1, 8)])
    func `have channels in eights`(_ number: Double, _ expected: Int) {
        #expect(MobileNetV2.multipleOfEight(number) == expected)
    }

    @Test(arguments: [(32, 32), (1, 1), (65, 40)])
    func `take images of any size`(_ height: Int, _ width: Int) {
        let (net, x) = (mobileNet(), images(2, height, width, seed: 1))
        let features = noGrad { net.features(x) }
        #expect(features.shape == [2, 1280, (height + 31) / 32, (width + 31) / 32])
        #expect(noGrad { net(x) }.shape == [2, 10])
    }

    @Test func `learn in all their parameters`() {
        let net = mobileNet()
        net.train()
        net(images(2, 64, 64, seed: 3)).squared().sum().backward()
        #expect(net.parameters.allSatisfy { ($0.grad?.abs().max().item ?? 0) > 0 })
    }

    /// Without a graph, a convolution and its norm are one; with one, or a hook, they are two.
    @Test func `compute the same in one pass and in two`() {
        let (net, x) = (mobileNet(), images(2, 40, 50, seed: 4))
        for (name, buffer) in net.namedBuffers where name.hasSuffix("runningMean") {
            buffer.assign(.arange(buffer.value.count) / Float(buffer.value.count) - 0.5)
        }
        let (one, two) = (noGrad { net(x) }, net(x).detached())
        expectClose(one, two, absolute: 1e-5, relative: 1e-4)
        #expect(one.scalars != two.scalars, "nothing was computed in one pass")
    }

    @Test func `load the features of a file with another classifier`() throws {
        var random = SplitMix64(seed: 9)
        let other = MobileNetV2(classes: 7, using: &random)
        let net = mobileNet()
        try withFolder { folder in
            let file = folder.appending(path: "mobile.safetensors")
            try other.save(torchFile: file)
            try net.loadFeatures(torchFile: file)
        }
        #expect(net.features.torchState.allSatisfy { $0.value.scalars == other.features.torchState[$0.key]!.scalars })
        #expect(throws: StateMismatch.self) { try net.loadFeatures(torchTensors: ["conv1.weight": .floats(.ones(1))]) }
        #expect(throws: StateMismatch.self) { try net.loadFeatures(torchTensors: [:]) }
    }
}

@Suite(.serialized) struct `EfficientNets` {
    @Test func `have as many parameters as the published one, and its names`() throws {
        let net = efficientNet(classes: 1000)
        #expect(net.parameterCount == 4_652_008)
        #expect(EfficientNetLite0.ownName("_blocks.0._expand_conv.weight") == "blocks.0.expandConv.weight")
        #expect(EfficientNetLite0.ownName("_bn0.running_mean") == "bn0.running_mean")
        let state = net.torchState.mapValues(\.shape)
        #expect(state.count == 49 * 5 + 2 && state["convStem.weight"] == [32, 3, 3, 3])
        #expect(state["blocks.3.depthwiseConv.weight"] == [144, 1, 5, 5] && state["blocks.0.expandConv.weight"] == nil)
    }

    @Test(arguments: [(32, 32), (1, 1), (65, 40)])
    func `take images of any size, and learn`(_ height: Int, _ width: Int) {
        let (net, x) = (efficientNet(), images(2, height, width, seed: 1))
        #expect(noGrad { net.features(x) }.shape == [2, 1280, (height + 31) / 32, (width + 31) / 32])
        if height > 32 {
            net.train()
            net(x).squared().sum().backward()
            #expect(net.parameters.allSatisfy { ($0.grad?.abs().max().item ?? 0) > 0 })
        }
    }
}

// MARK: The same numbers as in PyTorch

@Suite(.serialized) struct `Mobile nets in PyTorch` {
    @Test(arguments: Expected.widths)
    func `MobileNetV2 gives the same logits`(_ one: Expected) throws {
        let net = mobileNet(width: one.width)
        try net.load(torchState: formula(net.torchState.mapValues(\.shape), seed: one.seed))
        let x = images(2, one.height, one.breadth, seed: 1000 + one.seed)
        expectClose(noGrad { net(x) }, Tensor(shape: [2, 10], one.logits), absolute: 1e-4, relative: 1e-5)
        expectClose(net(x).detached(), Tensor(shape: [2, 10], one.logits), absolute: 1e-4, relative: 1e-5)
    }

    @Test func `EfficientNet-Lite0 gives the same logits`() throws {
        let net = efficientNet()
        try net.load(torchState: formula(net.torchState.mapValues(\.shape), seed: 5))
        let x = images(2, 65, 48, seed: 1005)
        expectClose(noGrad { net(x) }, Tensor(shape: [2, 10], Expected.efficient), absolute: 1e-4, relative: 1e-5)
        expectClose(net(x).detached(), Tensor(shape: [2, 10], Expected.efficient), absolute: 1e-4, relative: 1e-5)
    }

    @Test(.enabled(if: weights("mobilenetv2-imagenet-body") != nil))
    func `MobileNetV2 sees the same with ImageNet's weights`() throws {
        let net = mobileNet()
        try net.loadFeatures(torchFile: weights("mobilenetv2-imagenet-body")!)
        let features = noGrad { net.features(images(1, 160, 160, seed: 7)) }.mean(axes: 2, 3)[0]
        expectClose(features[stride(from: 0, to: 1280, by: 64)], Tensor(Expected.mobileFeatures), absolute: 1e-4)
        expectClose(summary(features), Tensor(Expected.mobileSummary), absolute: 1e-4)
    }

    @Test(.enabled(if: weights("efficientnet-lite0-imagenet") != nil))
    func `EfficientNet-Lite0 says the same with ImageNet's weights`() throws {
        let net = efficientNet(classes: 1000)
        try net.load(publishedFile: weights("efficientnet-lite0-imagenet")!)
        let logits = noGrad { net(images(1, 224, 224, seed: 8, most: 1)) }[0]
        expectClose(logits[stride(from: 0, to: 1000, by: 50)], Tensor(Expected.efficientLogits), absolute: 1e-4)
        expectClose(summary(logits), Tensor(Expected.efficientSummary), absolute: 1e-4)
    }

    /// Mean and deviation.
    private func summary(_ x: Tensor) -> Tensor {
        let mean = x.mean()
        return Tensor([mean.item, ((x - mean).squared().sum() / Float(x.count - 1)).sqrt().item])
    }
}

/// A file of real weights; nil where there is none.
private func weights(_ name: String) -> URL? {
    guard let folder = ProcessInfo.processInfo.environment["GROUNDUP_DATA"], !folder.isEmpty else { return nil }
    let file = URL(filePath: folder).appending(path: "weights/\(name).safetensors")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
}
