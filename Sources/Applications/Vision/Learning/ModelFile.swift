// # One file for a model
//
// A safetensors file: the numbers of the net under their names (`net.body.layers.0.weight`, …), and in its metadata, as
// JSON, what else a program needs: its card. It names the architecture; the program that reads it must know the code of
// that name. Nothing in the file is run, and everything in it is checked before it is used.
//
// What all kinds of models have in common is here. What only one of them has is in `PhotoModelFile.swift` and
// `UNetModel.swift`.

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

/// What the metadata say of one kind of model.
protocol ModelCard: Codable {
    /// Its name in the metadata, and for people: "photo model".
    static var key: String { get }
    /// Raised when older programs could not read the files any more.
    static var current: Int { get }
    /// What the names of the net's numbers begin with in the file.
    static var prefix: String { get }

    var version: Int { get }
    var architecture: String { get }
    var kind: String { get }
    var target: [String] { get }
    var pipeline: SavedPipeline { get }
    /// Of everything else that is here, and of the numbers; files of earlier programs have none.
    var checksum: UInt64? { get set }
    /// What makes no sense in what it says of the net; nil if all does.
    var nonsense: String? { get }
}

/// A model's file that has been read, and whose card is sound.
struct ModelFile<Card: ModelCard> {
    let file: URL
    let card: Card
    /// The numbers of the net by its own names; all of them are finite.
    let state: [String: Tensor]

    /// - Throws: ``ModelFileProblem`` for a file that is missing, damaged or of another kind.
    init(reading file: URL) throws {
        let content: SafetensorsFile
        do { content = try SafetensorsFile(reading: file) } catch let error as SafetensorsError {
            throw ModelFileProblem(file.path, error.problem, try: error.advice)
        }
        self.file = file
        card = try Card(of: content, file)
        state = try content.netState(Card.prefix, file)
    }

    func problem(_ problem: String, try advice: String? = nil) -> ModelFileProblem {
        ModelFileProblem(file.path, problem, try: advice)
    }

    /// What its answers mean, and what is done with photos.
    func meaning<Target: TargetBlock>(of: Target.Type) throws -> (target: Target, pipeline: PhotoPipeline) {
        guard card.kind == Target.kind else {
            throw problem("its targets are of the kind “\(card.kind)”, not “\(Target.kind)”")
        }
        guard let target = Target(saved: card.target), let pipeline = card.pipeline.pipeline else {
            throw problem("its targets or transforms make no sense")
        }
        return (target, pipeline)
    }

    /// The body that it names, with new numbers.
    func body(_ own: [Architecture], using random: inout SplitMix64) throws -> Body {
        guard let architecture = (own + Architecture.known).first(where: { $0.name == card.architecture }) else {
            throw problem(
                "its architecture “\(card.architecture)” is not known",
                try: "architectures: [Architecture(\"\(card.architecture)\") { … }]")
        }
        return architecture.body(using: &random)
    }

    /// Puts its numbers into a net.
    func load(into net: Module) throws {
        do { try net.load(state) } catch { throw problem("\(error)") }
        if let checksum = card.checksum, try checksum != card.checksum(with: state) {
            throw problem(
                "it was changed after it was written: its checksum does not fit", try: "a fresh copy of the file")
        }
        net.eval()
    }
}

/// What is read of a card first: the rest of it may be of another version.
private struct CardVersion: Decodable { var version: Int }

extension ModelCard {
    /// Writes a net with this card to one file.
    /// - Throws: ``ModelFileProblem``; what was there before is still there.
    func write(_ net: Module, to file: URL) throws {
        do {
            var card = self
            card.checksum = try checksum(with: net.stateDictionary)
            let json = String(decoding: try card.encoded(), as: UTF8.self)
            let tensors = net.stateDictionary.map { (Self.prefix + $0, $1) }
            try SafetensorsFile(Dictionary(uniqueKeysWithValues: tensors), metadata: [Self.key: json]).write(to: file)
        } catch let error as SafetensorsError {
            throw ModelFileProblem(error)
        } catch { throw ModelFileProblem(file.path, "the model cannot be exported: \(error)") }
    }

    fileprivate init(of content: SafetensorsFile, _ file: URL) throws {
        guard let json = content.metadata[Self.key] else {
            throw ModelFileProblem(
                file.path, "it holds tensors, but no \(Self.key)",
                try: "a file that `export(to:)` of a \(Self.key) has written")
        }
        let (decoder, data) = (JSONDecoder(), Data(json.utf8))
        let damaged = ModelFileProblem(
            file.path, "what it says of its model is damaged", try: "exporting the model again")
        guard let version = try? decoder.decode(CardVersion.self, from: data).version else { throw damaged }
        guard version == Self.current else {
            throw ModelFileProblem(
                file.path, "it is of version \(version), and this program reads \(Self.current)")
        }
        do { self = try decoder.decode(Self.self, from: data) } catch { throw damaged }
        if let nonsense { throw ModelFileProblem(file.path, nonsense) }
    }
}

extension ModelCard {
    private func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(self)
    }

    /// A number that nearly every change of the card or of the numbers of the net makes another one. (FNV-1a, by
    /// words.)
    fileprivate func checksum(with state: [String: Tensor]) throws -> UInt64 {
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
    fileprivate func netState(_ prefix: String, _ file: URL) throws -> [String: Tensor] {
        var state: [String: Tensor] = [:]
        for (name, saved) in tensors {
            guard name.hasPrefix(prefix), case .floats(let value) = saved else {
                throw ModelFileProblem(file.path, "“\(name)” in it is not a number of a net")
            }
            guard value.scalars.allSatisfy(\.isFinite) else {
                throw ModelFileProblem(
                    file.path, "“\(name)” in it holds numbers that are not finite", try: "exporting the model again")
            }
            state[String(name.dropFirst(prefix.count))] = value
        }
        return state
    }
}
