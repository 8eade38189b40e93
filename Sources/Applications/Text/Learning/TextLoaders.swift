// # Reviews in one line
//
//     let data = try TextLoaders(folder: imdb, valid: "test", using: &random)
//
// For texts that lie in folders as IMDb's do: `train/pos/0_9.txt`. Whatever lies differently is a matter for pipelines.

import Foundation
import Tensors
import Training

/// Labelled texts of a folder in batches. (The book's `TextDataLoaders.from_folder`.)
public struct TextLoaders {
    /// Made of the training texts.
    public let vocabulary: TokenVocabulary
    /// The names of the folders that the texts are in, sorted: a label is a place among them.
    public let classes: [String]
    public let train: (texts: NumberedTexts, labels: [Int]), valid: (texts: NumberedTexts, labels: [Int])
    public let loaders: DataLoaders<(PaddedTexts, IntTensor)>

    /// - Throws: ``TextProblem``, which names the folder or file that is missing.
    public init(
        folder: URL, train: String = "train", valid: String = "valid", tokenizer: Tokenizer = Tokenizer(),
        batchSize: Int = 64, using random: inout some RandomNumberGenerator
    ) throws {
        try self.init(
            train: textFiles(in: folder, folders: [train]), valid: textFiles(in: folder, folders: [valid]),
            tokenizer: tokenizer, batchSize: batchSize, using: &random)
    }

    /// The same for files that are chosen already.
    public init(
        train: [URL], valid: [URL], tokenizer: Tokenizer = Tokenizer(), batchSize: Int = 64,
        using random: inout some RandomNumberGenerator
    ) throws {
        let tokens = try tokenizer.tokenized(files: train).texts
        let names = try folderLabels(of: train)
        let classes = Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        func numbers(_ files: [URL]) throws -> [Int] {
            try zip(files, try folderLabels(of: files)).map { file, name in
                if let number = classes.firstIndex(of: name) { return number }
                throw TextProblem(file.path, "no text to learn from is in a folder “\(name)”")
            }
        }
        let vocabulary = TokenVocabulary(of: tokens)
        let (trainTexts, trainLabels) = (vocabulary.numbered(tokens), try numbers(train))
        let validTexts = vocabulary.numbered(try tokenizer.tokenized(files: valid).texts)
        let validLabels = try numbers(valid)
        (self.vocabulary, self.classes) = (vocabulary, classes)
        (self.train, self.valid) = ((trainTexts, trainLabels), (validTexts, validLabels))
        loaders = DataLoaders(
            DataLoader(
                texts: trainTexts, labels: trainLabels, batchSize: min(batchSize, train.count), dropsLast: true,
                shuffledUsing: &random),
            DataLoader(texts: validTexts, labels: validLabels, batchSize: batchSize))
    }
}
