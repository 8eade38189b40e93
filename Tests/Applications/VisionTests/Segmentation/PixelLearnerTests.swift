import Foundation
import Layers
import Safetensors
import Tensors
import TestSupport
import Testing
import Training

@testable import Vision

/// A picture that is dark but for a bright square, and its mask.
private struct SquareScene: Sendable {
    let photo: Photo
    let mask: Mask
}

private func squares(_ count: Int) -> [SquareScene] {
    var random = SplitMix64(seed: 3)
    return (0..<count).map { _ in
        let (x, y, side) = (
            Int.random(in: 0..<12, using: &random), Int.random(in: 0..<8, using: &random),
            Int.random(in: 4...8, using: &random)
        )
        let codes = (0..<16 * 20).map { place -> UInt8 in
            (y..<y + side).contains(place / 20) && (x..<x + side).contains(place % 20) ? 1 : 0
        }
        let pixels = codes.flatMap { [$0 * 150 + 40, $0 * 100 + 60, UInt8(90)] }
        return SquareScene(
            photo: Photo(height: 16, width: 20, pixels: pixels), mask: Mask(height: 16, width: 20, codes: codes))
    }
}

private func squareLearner(isPretrained: Bool = false) throws -> UNetLearner<MaskBlock> {
    var random = SplitMix64(seed: 1)
    let plan = DataBlock(
        target: MaskBlock(codes: ["background", "square"]), items: { _ in squares(40) },
        splitter: .random(share: 0.25, seed: 42), getX: \.photo, getY: \.mask, batch: [Flip()])
    let data = try plan.loaders(of: squares(40), batchSize: 10, using: &random)
    return unetLearner(
        data, body: tinyBody(&random, isPretrained: isPretrained), least: 4,
        metrics: [.pixelAccuracy(), .meanIntersectionOverUnion()], using: &random)
}

@Suite(.serialized) struct `A learner of masks` {
    @Test func `learns where a square is`() throws {
        let learner = try squareLearner()
        try EpochReporting.silently { try learner.fitOneCycle(8, 2e-2) }
        let counts = try learner.pixelCounts()
        #expect(counts.meanIntersectionOverUnion > 0.9, "\(counts)")
        let recorder = learner.learner.recorder
        expectNear(recorder["pixel_accuracy"].last!, Float(counts.accuracy), absolute: 1e-5)
        expectNear(recorder["mean_iou"].last!, Float(counts.meanIntersectionOverUnion), absolute: 1e-5)
        let grid = try learner.showResults(count: 2)
        #expect(grid.images.count == 7 && grid.images[0].width == 20 && grid.columns == 3)
        #expect(grid.images.last == learner.data.target.legend && grid.titles.count == 6)
    }

    @Test func `freezes a pretrained body, and thaws it`() throws {
        let learner = try squareLearner(isPretrained: true)
        #expect(learner.firstLearningGroup == 2 && learner.groupCount == 3)
        let before = numbers(learner.net)
        try EpochReporting.silently { try learner.fitOneCycle(1, 1e-2) }
        let different = changed(before, numbers(learner.net))
        #expect(!different.contains("body.layers.0.weight") && different.contains("levels.0.enlarge.weight"))
        try EpochReporting.silently { try learner.fineTune(1) }
        #expect(changed(before, numbers(learner.net)).contains("body.layers.0.weight"))
    }

    @Test func `comes back from a file`() throws {
        try withFolder { folder in
            let learner = try squareLearner()
            try EpochReporting.silently { try learner.fitOneCycle(1, 1e-2) }
            let file = folder.appending(path: "squares.safetensors")
            try learner.export(to: file)
            let model = try UNetModel<MaskBlock>(file, architectures: [tiny])
            let photo = squares(3)[2].photo
            let (before, after) = (try learner.predict(photo), try model.predict(photo))
            #expect(before.outputs.scalars == after.outputs.scalars && before.value == after.value)
            #expect(after.outputs.shape == [2, 16, 20] && model.target.codes == ["background", "square"])
            try model.export(to: file)
        }
    }

    /// What the error must say of a file that is not as it should be.
    private func expectRefusal(_ words: String, _ damage: (inout SafetensorsFile) throws -> Void) throws {
        try withFolder { folder in
            let file = folder.appending(path: "a.safetensors")
            try squareLearner().export(to: file)
            var content = try SafetensorsFile(reading: file)
            try damage(&content)
            try content.write(to: file)
            #expect {
                _ = try UNetModel<MaskBlock>(file, architectures: [tiny])
            } throws: { "\($0)".contains(words) && "\($0)".contains(file.path) }
        }
    }

    @Test func `refuses what is no U-Net, or not this one`() throws {
        try expectRefusal("no U-Net") { $0.metadata = [:] }
        try expectRefusal("is damaged") { $0.metadata["U-Net"] = "{}" }
        try expectRefusal("not known") {
            $0.metadata["U-Net"] = $0.metadata["U-Net"]!.replacing("tiny", with: "vast")
        }
        try expectRefusal("an output for each") {
            $0.metadata["U-Net"] = $0.metadata["U-Net"]!.replacing("\"square\"", with: "\"square\",\"disc\"")
        }
        try expectRefusal("not finite") { $0.tensors["last.bias"] = .floats(Tensor([0, .nan])) }
        try expectRefusal("last.weight") { $0.tensors["last.weight"] = nil }
        try expectRefusal("makes no sense") {
            $0.metadata["U-Net"] = $0.metadata["U-Net"]!.replacing("\"least\":4", with: "\"least\":0")
        }
        #expect(throws: ModelFileProblem.self) { try UNetModel<MaskBlock>(URL(filePath: "/nowhere")) }
    }
}
