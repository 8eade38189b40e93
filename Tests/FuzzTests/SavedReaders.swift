// The readers of what trainings and trees leave behind, and of pictures and texts as other parts of the house take
// them.

import Common
import Figures
import Foundation
import Layers
import Tabular
import Tensors
import TestSupport
import Text
import Training

extension FuzzedReader {
    /// A checkpoint that does not fit changes nothing: model and optimizer then hold what they held.
    static let checkpoint = FuzzedReader(
        description: "checkpoint", inputs: [written { try training().checkpoint.save(to: $0, notes: ["epoch": "2"]) }],
        path: "a.safetensors", repaired: repairedSafetensors
    ) { file, _ in
        let (model, checkpoint) = training()
        let before = model.parameters.map(\.value.scalars)
        do { _ = try checkpoint.load(from: file) } catch {
            if model.parameters.map(\.value.scalars) != before { throw Broken(description: "is loaded in part") }
            if !(error is StateMismatch) { throw error }
        }
    }

    private static func training() -> (model: Linear, checkpoint: Checkpoint) {
        var random = SplitMix64(seed: 1)
        let model = Linear(2, 1, using: &random)
        let optimizer = AdamW(model.parameters, learningRate: 0.1)
        model(Tensor([[1, 2]])).sum().backward()
        optimizer.step()
        return (model, Checkpoint(model, optimizer))
    }

    static let tree = FuzzedReader(
        description: "tree", inputs: [written { try smallTree().save(to: $0) }], path: "a.safetensors",
        repaired: repairedSafetensors
    ) { file, _ in
        let tree = try DecisionTree(saved: file)
        try walk(tree, tree.names)
    }

    static let boosting = FuzzedReader(
        description: "boosted trees",
        inputs: [
            written { file in
                var random = SplitMix64(seed: 1)
                try GradientBoosting(features(), [1.0, 2, 8, 9], trees: 2, using: &random).save(to: file)
            }
        ], path: "a.safetensors", repaired: repairedSafetensors
    ) { file, _ in
        let model = try GradientBoosting(saved: file)
        try walk(model, model.names)
    }

    private static func smallTree() throws -> DecisionTree { try DecisionTree(features(), [1.0, 2, 8, 9]) }

    private static func features() throws -> Features { try Features(["a", "b"], [[1, 2, 3, 4], [5, 1, 5, 2]]) }

    private static func walk(_ model: some Regressor, _ names: [String]) throws {
        if names.count < 1000 { _ = try model.predict(Features(names, names.map { _ in [0, 1] })) }
    }

    /// A picture as figures take it. Their error names the file, too.
    static let picture = FuzzedReader(
        description: "picture", inputs: others("JPEG", ".jpg") + others("PNG", ".png"), path: "a.jpg"
    ) { file, _ in
        do { _ = try Raster(picture: file, atLeast: 3) } catch let error as FigureError { throw Refusal("\(error)") }
    }

    static let textFile = FuzzedReader(
        description: "text",
        inputs: [
            Array("\u{FEFF}A film, isn't it?<br />10/10 é 🇩🇪\n\nEND".utf8), [0xFF, 0xFE, 0x41, 0, 0xE9, 0],
            [0xFE, 0xFF, 0, 0x41, 0xD8, 0x3D],
        ], path: "a.txt"
    ) { file, _ in
        let text = try TextFile(file)
        if text.repairs < 0 { throw Broken(description: "counts \(text.repairs) repairs") }
        _ = Tokenizer()(text.text)
    }
}
