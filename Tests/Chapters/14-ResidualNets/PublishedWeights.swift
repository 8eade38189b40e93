// Nets that others have trained, photos of the reader's own, and files that are neither.

import Chapter14
import ChapterSupport
import Common
import Datasets
import Figures
import Foundation
import Layers
import Safetensors
import Tensors
import TestSupport
import Testing

@Suite struct `14 Published weights` {
    /// From the paper's counts: 0.27 and 0.85 million.
    @Test func `the small nets have the parameters of the paper's`() {
        var random = SplitMix64(seed: 1)
        #expect(CIFARResNet(blocks: 3, using: &random).parameterCount == 269_722)
        #expect(CIFARResNet(blocks: 9, using: &random).parameterCount == 853_018)
        #expect(CIFARResNet(blocks: 1, using: &random).torchState["layer2.0.bn1.running_var"]?.shape == [32])
    }

    @Test func `every second pixel, between zeros`() {
        let x = Tensor.arange(2 * 5 * 4).reshaped(1, 2, 5, 4)
        let y = zeroPaddedSkip(x, filters: 4)
        #expect(y.shape == [1, 4, 3, 2])
        #expect(y[0, 1].scalars == [0, 2, 8, 10, 16, 18] && y[0, 2].scalars == [20, 22, 28, 30, 36, 38])
        #expect(y[0, 0].scalars == [0, 0, 0, 0, 0, 0] && y[0, 3].scalars == [0, 0, 0, 0, 0, 0])
    }

    @Test func `the share of the right one of two`() {
        let scores = Tensor([[1, 9, 0], [0, 9, 1], [3, 0, 2]])
        #expect(shareRight(scores, [0, 1, 1], between: (0, 2)) == 2 / 3 as Float)
    }

    /// All 2,000 pictures, in the scale and size that the page finds; the deeper net gets every fourth.
    @Test(
        .enabled(if: realData("weights") != nil && realData("cifar_birds_airplanes") != nil),
        arguments: [("resnet20", 3, 1), ("resnet56", 9, 4)])
    func `they tell birds from airplanes`(_ name: String, _ blocks: Int, _ step: Int) throws {
        let locator = DataLocator(dataFolder: realData("weights"), environment: [:])
        let weights = try #require(locator.find("weights").found?.folder)
        let pictures = try #require(locator.find("cifar_birds_airplanes").found?.folder)
        var random = SplitMix64(seed: 1)
        let net = CIFARResNet(blocks: blocks, using: &random)
        try net.load(torchFile: weights.appending(path: "\(name)-cifar10.safetensors"))
        net.eval()
        let files = try ImageFolder(pictures.appending(path: "test"), only: ["airplane", "bird"])
        let chosen = Array(stride(from: 0, to: files.labels.count, by: step))
        let bytes = try readImages(chosen.map { files.files[$0] }, channels: .rgb)
        var scores: [Tensor] = []
        for part in (Tensor(bytes.permuted(0, 3, 1, 2)) / 255).split(every: 100) {
            let x = PixelScale.imageNet(part.interpolated(to: 26, mode: .bilinear))
            scores.append(noGrad { net(x) + net(x.flipped(3)) })
        }
        #expect(shareRight(.cat(scores), chosen.map { files.labels[$0] }, between: (0, 2)) >= 0.95)
    }

    @Test(.enabled(if: realData("weights") != nil))
    func `are the same in a file of PyTorch`() throws {
        let locator = DataLocator(dataFolder: realData("weights"), environment: [:])
        let weights = try #require(locator.find("weights").found?.folder)
        var random = SplitMix64(seed: 1)
        let nets = [CIFARResNet(blocks: 3, using: &random), CIFARResNet(blocks: 3, using: &random)]
        try nets[0].load(torchFile: weights.appending(path: "resnet20-cifar10.safetensors"))
        try nets[1].load(torchFile: weights.appending(path: "resnet20-12fca82f.th"))
        let (one, other) = (nets[0].torchState, nets[1].torchState)
        #expect(one.allSatisfy { other[$0.key]?.scalars == $0.value.scalars })
    }

    @Test(.enabled(if: realData("weights") != nil && realData("cifar_birds_airplanes") != nil))
    func `the page finds their scale`() throws {
        let run = try ChapterRun(of: ResidualNets.self, sections: [9], .data(in: realData("weights"), .quick))
        let scales = try #require(run.outputs.first { $0.caption == "Pictures that the net has learned from" }?.table)
        let losses = scales.rows.map { Float($0[1])! }
        #expect(losses.last == losses.min() && scales.rows.last?[0] == "statistics of ImageNet")
        #expect(run["resnet-56-for-cifar/bird-or-airplane"] != nil)
    }
}

@Suite(.serialized) struct `14 Photos` {
    /// From PyTorch's interpolation with antialiasing: Tools/resnet_golden.py
    @Test(arguments: [
        (5, 7, [0.6864487, 0.3936437, 0.4475928, 0.5076068, 0.1953459] as [Float]),
        (400, 300, [0.4732778, 0.5123082, 0.5516899, 0.5000049, 0.1632436]),
        (224, 224, [0.2897455, 0.5020289, 0.5241489, 0.5012124, 0.1916985]),
        (1, 1, [0.5665615, 0.7457817, 0.9710027, 0.7611153, 0.165468]),
        (20, 600, [0.406222, 0.4872367, 0.4987289, 0.5014261, 0.1946714]),
    ])
    func `are resized and cut as by torchvision`(_ height: Int, _ width: Int, _ expected: [Float]) {
        var random = SplitMix64(seed: UInt64(height))
        let pixels = Tensor.rand([3, height, width], low: 0, high: 1, using: &random)
        let crop = resizedSquare(pixels)
        let mean = crop.mean()
        let deviation = (crop - mean).squared().mean().sqrt()
        let found = [crop[0, 0, 0], crop[1, 100, 17], crop[2, 223, 223], mean, deviation].map(\.item)
        expectClose(Tensor(found), Tensor(expected), absolute: 1e-5)
    }

    @Test(arguments: [(1, 1), (5000, 20), (20, 5000), (300, 200)])
    func `of any size become a square on ImageNet's scale`(_ width: Int, _ height: Int) {
        let photo = preparedPhoto(Raster(width: width, height: height, fill: Colour(255, 0, 51)))
        #expect(photo.shape == [1, 3, 224, 224])
        let expected = [(1 - 0.485) / 0.229, (0 - 0.456) / 0.224, (0.2 - 0.406) / 0.225] as [Float]
        for channel in 0..<3 { expectClose(photo[0, channel], .full(expected[channel], [224, 224]), absolute: 1e-4) }
    }

    @Test func `in grey have three equal channels`() {
        let grey = preparedPhoto(
            Raster(width: 3, height: 2, pixels: [0, 50, 100, 150, 200, 250]), shorterSide: 8, side: 8)
        let pixels =
            grey[0] * Tensor([0.229, 0.224, 0.225]).reshaped(3, 1, 1)
            + Tensor([0.485, 0.456, 0.406]).reshaped(3, 1, 1)
        expectClose(pixels[0], pixels[2], absolute: 1e-6)
        #expect(pixels[1].max().item > 0.7)
    }
}

@Suite(.serialized) struct `14 Files of the reader` {
    /// The outputs of section 14.9 with these files.
    private func outputs(_ files: [String: URL]) throws -> ChapterRun {
        try ResidualNets.$files.withValue(files) {
            try ChapterRun(of: ResidualNets.self, sections: [9], .standIn(.quick))
        }
    }

    @Test func `weights, a photo and names give a class`() throws {
        try withFolder { folder in
            var random = SplitMix64(seed: 3)
            let net = CIFARResNet(blocks: 1, using: &random)
            net.parameters.last!.assign(.arange(10) * 100)  // the bias: always a truck
            let files = [
                "--weights": folder.appending(path: "w.safetensors"), "--image": folder.appending(path: "photo.png"),
            ]
            try net.save(torchFile: files["--weights"]!)
            try Raster(width: 50, height: 20, fill: .sky).writePNG(to: files["--image"]!)
            let table = try #require(
                try outputs(files).outputs.first { $0.caption == "The five most likely classes, by ResNet-8" })
            #expect(table.table?.rows.first?.first == "truck" && table.table?.rows.first?.last == "1.000")
            let names = folder.appending(path: "names.txt")
            try Data("a\nb\nc\nd\ne\nf\ng\nh\ni\n\n jay \n".utf8).write(to: names)
            let named = try outputs(files.merging(["--classes": names]) { $1 })
            #expect(named.outputs.contains { $0.table?.rows.first?.first == "jay" })
        }
    }

    @Test(arguments: ["pillow-CMYK.jpg", "pillow-turned-6.jpg"])
    func `a photo may be a JPEG, and be called as it likes`(_ name: String) throws {
        try withFolder { folder in
            let file = folder.appending(path: "photo.png")
            let jpeg = projectFolder.appending(path: "Tests/Fixtures/Others/JPEG/\(name)")
            try FileManager.default.copyItem(at: jpeg, to: file)
            let run = try outputs(["--image": file])
            #expect(run.outputs.contains { $0.caption == "The five most likely classes, by a new ResNet-18" })
        }
    }

    @Test func `a torchvision file for few classes is taken, and classes without names have numbers`() throws {
        try withFolder { folder in
            var random = SplitMix64(seed: 4)
            let net = ResNet(.resNet18, classes: 3, using: &random)
            net.fc.bias!.assign(Tensor([0, 500, 0]))
            let file = folder.appending(path: "resnet.safetensors")
            try net.save(torchFile: file)
            let run = try outputs(["--weights": file])
            let table = try #require(run.outputs.first { $0.caption == "The five most likely classes, by ResNet-18" })
            #expect(table.table?.rows.count == 3 && table.table?.rows[0][0] == "number 1")
        }
    }

    @Test func `names from a training on several graphics cards are understood`() throws {
        try withFolder { folder in
            var random = SplitMix64(seed: 9)
            let file = folder.appending(path: "wrapped.safetensors")
            let state = CIFARResNet(blocks: 1, using: &random).torchState
            try SafetensorsFile(Dictionary(uniqueKeysWithValues: state.map { ("module." + $0, $1) })).write(to: file)
            let run = try outputs(["--weights": file])
            #expect(run.outputs.contains { $0.caption == "The five most likely classes, by ResNet-8" })
        }
    }

    /// What is wrong with a file of a net's tensors after a change.
    private func refusal<Net: Module>(
        of net: Net, after change: (_ state: inout [String: Tensor]) -> Void
    ) throws -> String {
        try withFolder { folder in
            let file = folder.appending(path: "some.safetensors")
            var state = net.torchState
            change(&state)
            try SafetensorsFile(state).write(to: file)
            let error = #expect(throws: (any Error).self) { try outputs(["--weights": file]) }
            return error.map { "\($0)" } ?? ""
        }
    }

    /// Whichever it is, the others tell which net it is, and the list has one line.
    @Test(arguments: ["layer1.0.conv1.weight", "layer1.1.conv1.weight", "layer4.0.conv1.weight", "fc.weight", "fc.bias"])
    func `a missing tensor is the only difference of a ResNet-18`(_ name: String) throws {
        var random = SplitMix64(seed: 6)
        let net = ResNet(.resNet18, classes: 3, using: &random)
        let text = try refusal(of: net) { $0[name] = nil }
        #expect(text.hasSuffix("the state does not belong to this model\n  missing: \(name)"))
    }

    @Test(arguments: ["layer1.0.conv1.weight", "layer1.1.conv1.weight", "linear.weight", "linear.bias"])
    func `and of a net for CIFAR`(_ name: String) throws {
        var random = SplitMix64(seed: 7)
        let text = try refusal(of: CIFARResNet(blocks: 3, using: &random)) { $0[name] = nil }
        #expect(text.hasSuffix("the state does not belong to this model\n  missing: \(name)"))
    }

    @Test func `numbers that no trained net has are refused with the tensor's name`() throws {
        var random = SplitMix64(seed: 8)
        let net = CIFARResNet(blocks: 1, using: &random)
        let nan = try refusal(of: net) { $0["layer2.0.bn1.bias"]![3] = Tensor(Float.nan) }
        #expect(nan.contains("some.safetensors: 1 of the 32 values of layer2.0.bn1.bias are NaN or infinite"))
        let infinite = try refusal(of: net) { $0["linear.weight"] = .full(-.infinity, [10, 64]) }
        #expect(infinite.contains("640 of the 640 values of linear.weight"))
        let variance = try refusal(of: net) { $0["bn1.running_var"] = .full(-1, [16]) }
        #expect(variance.contains("a variance below 0 in bn1.running_var"))
        let large = try refusal(of: net) { $0["linear.weight"] = .full(3e38, [10, 64]) }
        #expect(large.contains("ResNet-8 gives scores that are no numbers"))
    }

    @Test func `what is no weights, another net, or no picture is refused with its name`() throws {
        try withFolder { folder in
            let file = folder.appending(path: "some.file")
            try Data("nothing of the kind".utf8).write(to: file)
            for option in ["--weights", "--image"] {
                let error = #expect(throws: (any Error).self) { try outputs([option: file]) }
                #expect(error.map { "\($0)" }?.contains("some.file") == true)
            }
            try SafetensorsFile(["features.0.weight": Tensor.ones(2)]).write(to: file)
            let refusal = #expect(throws: (any Error).self) { try outputs(["--weights": file]) }
            #expect(refusal.map { "\($0)" }?.contains("not the weights of a ResNet") == true)
            var random = SplitMix64(seed: 5)
            var state = CIFARResNet(blocks: 1, using: &random).torchState
            state["bn1.running_mean"] = nil
            state["layer3.0.conv2.weight"] = .ones(1)
            try SafetensorsFile(state).write(to: file)
            let mismatch = #expect(throws: (any Error).self) { try outputs(["--weights": file]) }
            for word in [
                "missing: bn1.running_mean", "layer3.0.conv2.weight: the model has [64, 64, 3, 3], the state [1]",
            ] {
                #expect(mismatch.map { "\($0)" }?.contains(word) == true)
            }
        }
    }
}
