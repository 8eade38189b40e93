// # What a language model has learned, for another net
//
//     try languageModel.encoder.save(to: file, vocabulary: vocabulary)
//     try classifier.encoder.load(from: file, vocabulary: vocabulary)
//
// An encoder without its vocabulary would know what number 812 means, and nobody would know that number 812 is
// “awful”. So the file has both. Whoever has another vocabulary gets the rows of the tokens that both have; each
// other token starts as the mean of all rows, which is a word of no special kind.

import Common
import Foundation
import Layers
import Safetensors
import Tensors

/// Rows for another vocabulary: those of tokens that both have are copied, the others are the mean of all. (The
/// book's library does this when it loads a pretrained model.)
///
/// - Parameter table: [old vocabulary, width]
public func mergedRows(
    _ table: Tensor, from old: TokenVocabulary, to new: TokenVocabulary
) -> (table: Tensor, shared: Int) {
    require(
        table.rank == 2 && table.shape[0] == old.count, "mergedRows of \(table.shape)",
        "the old vocabulary has \(counted(old.count, "token")), and needs as many rows")
    let extended = Tensor.cat([table.detached(), table.detached().mean(axes: 0, keepingAxes: true)])
    let places = new.tokens.map { $0 == TokenVocabulary.filler ? nil : old[$0] }
    return (extended.embedded(IntTensor(places.map { $0 ?? old.count })), places.count { $0 != nil })
}

extension AWDLSTM {
    /// Writes the encoder and its vocabulary. (The book's `save_encoder`.)
    /// - Throws: ``TextProblem``; what was there before is still there.
    public func save(to file: URL, vocabulary: TokenVocabulary) throws {
        requireFit(vocabulary)
        do {
            let list = String(decoding: try JSONEncoder().encode(vocabulary.tokens), as: UTF8.self)
            try save(to: file, metadata: ["tokens": list])
        } catch let error as SafetensorsError { throw TextProblem(error) }
    }

    /// Loads an encoder for this vocabulary. (The book's `load_encoder`.)
    /// - Returns: how many of the tokens the file knows.
    /// - Throws: ``TextProblem``, with the names of what does not fit; the encoder is then unchanged.
    @discardableResult
    public func load(from file: URL, vocabulary: TokenVocabulary) throws -> Int {
        requireFit(vocabulary)
        var (state, known) = try AWDLSTM.contents(of: file)
        let name = AWDLSTM.nameOfTable
        var shared = 0
        if let table = state[name], table.rank == 2, table.shape[0] == known.count {
            (state[name], shared) = mergedRows(table, from: known, to: vocabulary)
        }
        if let name = state.first(where: { !$0.value.scalars.allSatisfy(\.isFinite) })?.key {
            throw TextProblem(file.path, "“\(name)” in it holds numbers that are not finite")
        }
        do { try load(state) } catch {
            throw TextProblem(file.path, "\(error)", try: "an encoder of the same sizes: \(plan)")
        }
        reset()
        return shared
    }

    /// The numbers in a file by their names, and the vocabulary of that encoder.
    private static func contents(of file: URL) throws -> (state: [String: Tensor], vocabulary: TokenVocabulary) {
        let content: SafetensorsFile
        do { content = try SafetensorsFile(reading: file) } catch let error as SafetensorsError {
            throw TextProblem(error)
        }
        let state: [String: Tensor] = content.tensors.compactMapValues {
            if case .floats(let value) = $0 { value } else { nil }
        }
        let others = content.tensors.keys.filter { state[$0] == nil }.sorted()
        guard let list = content.metadata["tokens"], others.isEmpty,
            let tokens = try? JSONDecoder().decode([String].self, from: Data(list.utf8))
        else {
            throw TextProblem(
                file.path,
                "it is no encoder of texts" + (others.isEmpty ? "" : "; what is \(others.joined(separator: ", "))?"),
                try: "a file that `save(to:vocabulary:)` has written")
        }
        return (state, TokenVocabulary(tokens))
    }

    private static let nameOfTable = "embedding.embedding.weight"

    private func requireFit(_ vocabulary: TokenVocabulary) {
        require(
            vocabulary.count == plan.vocabulary, "an encoder of \(plan.vocabulary) tokens",
            "the vocabulary has \(vocabulary.count)", try: "the vocabulary that its texts were numbered with")
    }
}
