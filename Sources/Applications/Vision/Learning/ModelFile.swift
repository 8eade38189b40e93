// # One file for a model
//
// A safetensors file: the numbers of the net under their names (`net.body.layers.0.weight`, …), and in its metadata, as JSON, what
// else a program needs. It names the architecture; the program that reads it must know the code of that name. Nothing in the
// file is run, and everything in it is checked before it is used.

import Common
import Foundation
import Layers
import Safetensors
import Tensors

/// What is wrong with a model's file, and what to do.
public struct ModelFileProblem: FileProblem {
    public let file: String
    public let problem: String
    public let advice: String?

    public init(_ file: String, _ problem: String, try advice: String? = nil) {
        (self.file, self.problem, self.advice) = (file, problem, advice)
    }
}

/// What the metadata say.
private struct ModelCard: Codable {
    /// Raised when older programs could not read the files any more.
    static let version = 1
    static let key = "photo model"

    var version = Self.version
    var architecture: String
    var head: HeadPlan
    var kind: String
    var target: [String]
    var pipeline: SavedPipeline
    /// Of everything else that is here, and of the numbers; files of earlier programs have none.
    var checksum: UInt64?
}

// MARK: Writing

extension VisionLearner {
    /// Writes the net with all that is needed to use it to one file: weights, vocabulary, transforms and statistics. (The
    /// book's `export`.)
    /// - Throws: ``ModelFileProblem``; what was there before is still there.
    public func export(to file: URL) throws { try model.export(to: file) }
}

extension PhotoModel {
    /// See ``VisionLearner/export(to:)``.
    public func export(to file: URL) throws {
        do {
            var card = ModelCard(
                architecture: architecture, head: head, kind: Target.kind, target: target.saved,
                pipeline: try SavedPipeline(pipeline))
            card.checksum = try card.checksum(with: net.stateDictionary)
            let json = String(decoding: try card.encoded(), as: UTF8.self)
            let tensors = net.stateDictionary.map { ("net.\($0)", $1) }
            try SafetensorsFile(Dictionary(uniqueKeysWithValues: tensors), metadata: [ModelCard.key: json]).write(
                to: file)
        } catch let error as SafetensorsError {
            throw ModelFileProblem(error)
        } catch { throw ModelFileProblem(file.path, "the model cannot be exported: \(error)") }
    }
}

// MARK: Reading

extension PhotoModel {
    /// Reads what `export` has written.
    /// - Parameter architectures: those of your own, beside ``Architecture/known``.
    /// - Throws: ``ModelFileProblem`` for a file that is missing, damaged, of another kind, or of an architecture that is
    ///   not known.
    public init(_ file: URL, architectures: [Architecture] = []) throws {
        func refuse(_ problem: String, _ advice: String? = nil) -> ModelFileProblem {
            ModelFileProblem(file.path, problem, try: advice)
        }
        let content: SafetensorsFile
        do { content = try SafetensorsFile(reading: file) } catch let error as SafetensorsError {
            throw refuse(error.problem, error.advice)
        }
        let card = try ModelCard(of: content, refuse)
        guard card.kind == Target.kind else {
            throw refuse("its targets are of the kind “\(card.kind)”, not “\(Target.kind)”")
        }
        guard let target = Target(saved: card.target), let pipeline = card.pipeline.pipeline else {
            throw refuse("its targets or transforms make no sense")
        }
        let all = architectures + Architecture.known
        guard let architecture = all.first(where: { $0.name == card.architecture }) else {
            throw refuse(
                "its architecture “\(card.architecture)” is not known",
                "architectures: [Architecture(\"\(card.architecture)\") { … }]")
        }
        let state = try content.netState(refuse)
        var random = SplitMix64(seed: 0)
        let body = architecture.body(using: &random)
        guard headShapes(in: state) == card.head.shapes(body.channels, outputs: target.outputs) else {
            throw refuse("the layers of its head are not those that it describes")
        }
        let head = card.head.layers(body.channels, outputs: target.outputs, using: &random)
        let net = TransferNet(body, head: head)
        do { try net.load(state) } catch { throw refuse("\(error)") }
        if let checksum = card.checksum, try checksum != card.checksum(with: state) {
            throw refuse("it was changed after it was written: its checksum does not fit", "a fresh copy of the file")
        }
        net.eval()
        self.init(net: net, target: target, pipeline: pipeline, head: card.head, architecture: card.architecture)
    }
}

extension ModelCard {
    init(of file: SafetensorsFile, _ refuse: (String, String?) -> ModelFileProblem) throws {
        guard let json = file.metadata[ModelCard.key] else {
            throw refuse("it holds tensors, but no photo model", "a file that `export(to:)` has written")
        }
        struct Version: Decodable { var version: Int }
        let decoder = JSONDecoder()
        guard let version = try? decoder.decode(Version.self, from: Data(json.utf8)).version else {
            throw refuse("what it says of its model is damaged", "exporting the model again")
        }
        guard version == ModelCard.version else {
            throw refuse("it is of version \(version), and this program reads \(ModelCard.version)", nil)
        }
        do { self = try decoder.decode(ModelCard.self, from: Data(json.utf8)) } catch {
            throw refuse("what it says of its model is damaged", "exporting the model again")
        }
        guard head.hidden.allSatisfy({ $0 > 0 }), head.dropout >= 0, head.dropout < 1, (1...64).contains(head.grid ?? 1)
        else {
            throw refuse("its head makes no sense", nil)
        }
    }
}

extension ModelCard {
    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(self)
    }

    /// A number that nearly every change of the card or of the numbers of the net makes another one. (FNV-1a, by words.)
    func checksum(with state: [String: Tensor]) throws -> UInt64 {
        var (card, sum) = (self, 0xcbf2_9ce4_8422_2325 as UInt64)
        func add(_ word: UInt64) { sum = (sum ^ word) &* 0x100_0000_01b3 }
        card.checksum = nil
        for byte in try card.encoded() { add(UInt64(byte)) }
        for (name, value) in state.sorted(by: { $0.key < $1.key }) {
            for byte in name.utf8 { add(UInt64(byte)) }
            for number in value.scalars { add(UInt64(number.bitPattern)) }
        }
        return sum
    }
}

extension SafetensorsFile {
    /// The numbers of the net by its own names.
    fileprivate func netState(_ refuse: (String, String?) -> ModelFileProblem) throws -> [String: Tensor] {
        var state: [String: Tensor] = [:]
        for (name, saved) in tensors {
            guard name.hasPrefix("net."), case .floats(let value) = saved else {
                throw refuse("“\(name)” in it is not a number of a net", nil)
            }
            guard value.scalars.allSatisfy(\.isFinite) else {
                throw refuse("“\(name)” in it holds numbers that are not finite", "exporting the model again")
            }
            state[String(name.dropFirst("net.".count))] = value
        }
        return state
    }
}

/// The shapes of the head's linear layers. They are compared before a head is made, so that no more memory is taken
/// for it than the file itself has bytes.
private func headShapes(in state: [String: Tensor]) -> [[Int]] {
    let weights = state.compactMap { name, value -> (layer: Int, shape: [Int])? in
        guard let match = name.wholeMatch(of: #/head\.layers\.(\d+)(?:\.maps)?\.weight/#) else { return nil }
        return Int(match.output.1).map { ($0, value.shape) }
    }
    return weights.sorted { $0.layer < $1.layer }.map(\.shape)
}

extension HeadPlan {
    /// What the shapes of the linear layers must be.
    fileprivate func shapes(_ channels: Int, outputs: Int) -> [[Int]] {
        if points == true { return [[outputs / 2, channels, 1, 1]] }
        let widths = widths(channels, outputs: outputs)
        return zip(widths, widths.dropFirst()).map { [$1, $0] }
    }
}
