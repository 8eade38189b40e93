// # A trained U-Net in a file
//
//     try learner.export(to: file)
//     …
//     let model = try UNetModel<MaskBlock>(file)            // in another program
//     let mask = try model.predict(photo).value
//
// As with other models (see `ModelFile.swift`) the file names the architecture of the body, everything in it is checked
// before it is used, and nothing in it is run.

import Common
import Foundation
import Layers
import Safetensors
import Tensors

/// A U-Net with all that is needed to use it: what is done with photos, and what its answers mean.
public struct UNetModel<Target: TargetBlock> {
    public let net: DynamicUNet
    public let target: Target
    public let pipeline: PhotoPipeline
    /// What the body is called, and how few maps a level may have: for a file.
    public let architecture: String
    public let least: Int

    /// What the net says of a photo.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func predict(_ photo: any PhotoSource) throws -> Prediction<Target> {
        let x = try pipeline.batch([photo])
        net.eval()
        let outputs = noGrad { target.activated(net(x)) }[0]
        let value = target.value(of: outputs)
        return Prediction(value: value, outputs: outputs, text: target.text(of: value))
    }
}

/// What the metadata say.
private struct UNetCard: Codable {
    /// Raised when older programs could not read the files any more.
    static let version = 1
    static let key = "U-Net"

    var version = Self.version
    var architecture: String
    var least: Int
    var kind: String
    var target: [String]
    var pipeline: SavedPipeline
}

// MARK: Writing

extension PixelLearner where Net == DynamicUNet {
    /// The net with all that is needed to use it.
    public var model: UNetModel<Target> {
        UNetModel(
            net: net, target: data.target, pipeline: data.pipeline, architecture: net.bodyName, least: net.least)
    }

    /// What the net says of a photo.
    /// - Throws: ``PhotoProblem``, which names the file that cannot be read.
    public func predict(_ photo: any PhotoSource) throws -> Prediction<Target> { try model.predict(photo) }

    /// Writes the net with all that is needed to use it to one file. (The book's `export`.)
    /// - Throws: ``ModelFileProblem``; what was there before is still there.
    public func export(to file: URL) throws { try model.export(to: file) }
}

extension UNetModel {
    /// Writes it to one file.
    /// - Throws: ``ModelFileProblem``; what was there before is still there.
    public func export(to file: URL) throws {
        do {
            let card = UNetCard(
                architecture: architecture, least: least, kind: Target.kind, target: target.saved,
                pipeline: try SavedPipeline(pipeline))
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let json = String(decoding: try encoder.encode(card), as: UTF8.self)
            try net.save(to: file, metadata: [UNetCard.key: json])
        } catch let error as SafetensorsError {
            throw ModelFileProblem(error)
        } catch { throw ModelFileProblem(file.path, "the model cannot be exported: \(error)") }
    }
}

// MARK: Reading

extension UNetModel {
    /// Reads what `export` has written.
    /// - Parameter architectures: those of your own, beside ``Architecture/known``.
    /// - Throws: ``ModelFileProblem`` for a file that is missing, damaged, of another kind, or of an architecture that
    ///   is not known.
    public init(_ file: URL, architectures: [Architecture] = []) throws {
        func refuse(_ problem: String, _ advice: String? = nil) -> ModelFileProblem {
            ModelFileProblem(file.path, problem, try: advice)
        }
        let content: SafetensorsFile
        do { content = try SafetensorsFile(reading: file) } catch let error as SafetensorsError {
            throw refuse(error.problem, error.advice)
        }
        let card = try UNetCard(of: content, refuse)
        guard card.kind == Target.kind else {
            throw refuse("its targets are of the kind “\(card.kind)”, not “\(Target.kind)”")
        }
        guard let target = Target(saved: card.target), let pipeline = card.pipeline.pipeline else {
            throw refuse("its targets or transforms make no sense")
        }
        guard let architecture = (architectures + Architecture.known).first(where: { $0.name == card.architecture })
        else {
            throw refuse(
                "its architecture “\(card.architecture)” is not known",
                "architectures: [Architecture(\"\(card.architecture)\") { … }]")
        }
        // Before memory is taken for them: that the file holds as many outputs and maps as it speaks of.
        guard content.tensors["last.bias"]?.shape == [target.outputs] else {
            throw refuse("its net does not have an output for each of \(target.outputs) targets")
        }
        guard let maps = content.tensors["levels.0.convolutions.layers.2.weight"]?.shape, maps.count == 4,
            maps[0] >= card.least && maps[1] >= card.least
        else { throw refuse("its net does not have \(card.least) maps at each level") }
        var random = SplitMix64(seed: 0)
        let net = DynamicUNet(
            architecture.body(using: &random), outputs: target.outputs, least: card.least, using: &random)
        do { try net.load(from: file) } catch { throw refuse("\(error)") }
        guard net.stateDictionary.values.allSatisfy({ $0.scalars.allSatisfy(\.isFinite) }) else {
            throw refuse("it holds numbers that are not finite", "exporting the model again")
        }
        net.eval()
        self.init(
            net: net, target: target, pipeline: pipeline, architecture: card.architecture, least: card.least)
    }
}

extension UNetCard {
    init(of file: SafetensorsFile, _ refuse: (String, String?) -> ModelFileProblem) throws {
        guard let json = file.metadata[UNetCard.key] else {
            throw refuse("it holds tensors, but no U-Net", "a file that `export(to:)` of a U-Net has written")
        }
        do { self = try JSONDecoder().decode(UNetCard.self, from: Data(json.utf8)) } catch {
            throw refuse("what it says of its model is damaged", "exporting the model again")
        }
        guard version == UNetCard.version else {
            throw refuse("it is of version \(version), and this program reads \(UNetCard.version)", nil)
        }
        guard (1...1024).contains(least) else { throw refuse("its net makes no sense", nil) }
    }
}
