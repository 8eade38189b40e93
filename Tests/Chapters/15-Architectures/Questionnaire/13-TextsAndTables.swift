// Questions 15.13 to 15.16: classifiers of texts, and the tabular model.

import Chapter15
import Layers
import Tabular
import Tensors
import TestSupport
import Testing
import Text
import Training

extension `15 Questionnaire` {
    /// 15.13 · What is BPTT for text classification (BPT3C)?
    ///
    /// A way to train a classifier on texts of any length. The text is cut into pieces of a fixed length, and a loop
    /// reads one after the other. Each piece begins with the state in which the one before has ended. What the net
    /// gives for every token is kept, and in the end all of it is pooled: the largest and the mean of each number (and
    /// the last one), which is what the head gets. Gradients go back into those pieces whose outputs count in the
    /// pooling, but not through a state from piece to piece.
    ///
    /// - Shown by: `pieceByPiece` in Chapters/15-Architectures/04-ReadingInPieces.swift
    /// - Shown by: `howFarGradientsGo` in Chapters/15-Architectures/04-ReadingInPieces.swift
    @Test func `15.13 pieces with a state that is carried on, all outputs pooled`() {
        let encoder = smallEncoder()
        let tokens = IntTensor(shape: [1, 10], Array(9..<19))
        let whole = noGrad { encoder(tokens) }
        encoder.reset()
        // In pieces it is the same, as long as the state is carried on.
        for length in [1, 3, 10] { expectClose(readInPieces(tokens, of: length, by: encoder), whole) }
        let forgetful = readInPieces(tokens, of: 5, by: encoder, remembers: false)
        #expect((forgetful - whole)[0..., ..<5].abs().max().item < 1e-6)
        #expect((forgetful - whole)[0..., 5...].abs().max().item > 1e-4)
        // Gradients reach each piece through its own outputs, and none through the state.
        func reached(_ pooled: (Tensor) -> Tensor) -> [Bool] {
            let table = encoder.embedding.embedding.weight
            table.grad = nil
            pooled(readInPieces(tokens, of: 5, by: encoder)).sum().backward()
            return table.grad!.abs().sum(axis: 1).scalars[9..<19].map { $0 > 0 }
        }
        #expect(reached { $0[0..., -1] } == Array(repeating: false, count: 5) + Array(repeating: true, count: 5))
        #expect(reached { concatPooled($0, steps: [0..<10]) }.allSatisfy { $0 })
    }

    /// 15.14 · How are texts of different lengths handled?
    ///
    /// In a batch, the short ones are filled up with a special token, `xxpad`, to the length of the longest; and a mask
    /// keeps what comes out for it from being pooled. So that little has to be filled up, texts of about the same
    /// length are put together: sorted by their lengths for validation, and partly sorted, with a part left to chance,
    /// for training.
    ///
    /// - Shown by: `paddingChangesNothing` in Chapters/15-Architectures/04b-MaskedPooling.swift
    /// - Shown by: `threeOrders` in Chapters/15-Architectures/04c-TextsOfOneLength.swift
    @Test func `15.14 filled up with xxpad, which is not pooled, and sorted by length`() {
        let batch = PaddedTexts([[9, 10, 11, 12], [13, 14]])
        #expect(batch.ids.scalars.map { Int($0) } == [9, 10, 11, 12, 13, 14, 1, 1] && SpecialToken.padding.id == 1)
        // The short text gets the same numbers alone; without the mask it would not.
        let encoder = smallEncoder()
        func pooled(_ texts: PaddedTexts, _ lengths: [Int]) -> Tensor {
            noGrad { maskedConcatPool(readInPieces(texts.ids, of: 3, by: encoder), lengths: lengths) }
        }
        let alone = pooled(PaddedTexts([[13, 14]]), [2])[0]
        expectClose(pooled(batch, batch.lengths)[1], alone)
        #expect((pooled(batch, [4, 4])[1] - alone).abs().max().item > 1e-4)
        // Sorted, hardly anything is padding; partly sorted, little more, and every epoch is another one.
        var random = SplitMix64(seed: 3)
        let lengths = (0..<400).map { _ in Int.random(in: 5...200, using: &random) }
        func waste(_ batches: [[Int]]) -> Double { PaddingCount(batches.map { $0.map { lengths[$0] } }).share }
        let partly = (0..<2).map { _ in partlySorted(lengths, batchSize: 8, group: 10, using: &random) }
        let sorted = cut(sortedByLength(lengths), into: 8)
        #expect(waste(sorted) < waste(partly[0]) && 3 * waste(partly[0]) < waste(cut(Array(0..<400), into: 8)))
        #expect(partly[0] != partly[1] && partly[0].joined().sorted() == Array(0..<400))
    }

    /// 15.15 · Which shapes go in and come out of each line of `TabularModel.forward`?
    ///
    /// For b rows: the categories [b, columns] become a list with one tensor for each column, [b, width of its
    /// embedding]; side by side they are [b, sum of the widths]; dropout leaves the shape as it is. The plain numbers
    /// [b, columns] keep their shape in the norm. Both side by side are [b, widths and numbers], and the layers make
    /// [b, outputs] of that.
    ///
    /// - Shown by: `categoriesLookedUp` in Chapters/15-Architectures/05-TwoInputs.swift
    /// - Shown by: `joinedForTheLayers` in Chapters/15-Architectures/05-TwoInputs.swift
    @Test func `15.15 look-ups, side by side, norm, both together, layers`() {
        var random = SplitMix64(seed: 4)
        let plan = TabularPlan(
            levels: [5, 12], widths: [4, 7], numbers: 3, outputs: 2, layers: [6], embeddingDropout: 0.5)
        let net = TabularModel(plan, using: &random)
        net.eval()
        let x = TabularBatch(IntTensor([[0, 11], [4, 3]]), .randn(2, 3, using: &random))
        let looked = net.embeddings.enumerated().map { $1(x.categories[0..., $0]) }
        #expect(looked.map(\.shape) == [[2, 4], [2, 7]])
        #expect(looked[0][1].scalars == net.embeddings[0].weight.value[4].scalars)
        let joined = Tensor.cat(looked, axis: 1)
        #expect(joined.shape == [2, 11] && net.embeddingDropout!(joined).shape == [2, 11])
        let numbers = net.numberNorm!(x.numbers)
        #expect(numbers.shape == [2, 3])
        let all = Tensor.cat([joined, numbers], axis: 1)
        #expect(all.shape == [2, 14] && net.layers(all).shape == [2, 2])
        #expect(net.layers(all).scalars == net(x).scalars)
    }

    /// 15.16 · How is `self.layers` defined in the tabular model?
    ///
    /// As a `Sequential` of blocks from one width to the next: the width of the inputs (all embeddings and the plain
    /// numbers), those of the layers that were asked for, and the number of outputs. A block is a linear layer, ReLU, a
    /// batch norm if it is wanted, and dropout if it is above 0; the last one is a linear layer alone. If the outputs
    /// have a range, a sigmoid brings them into it at the end.
    ///
    /// - Shown by: `listedLayers` in Chapters/15-Architectures/05b-LayersOfATable.swift
    /// - Shown by: `handMadeIsTheEngines` in Chapters/15-Architectures/05b-LayersOfATable.swift
    @Test func `15.16 blocks from width to width, the last one bare`() {
        var random = SplitMix64(seed: 5)
        let plan = TabularPlan(
            levels: [3], widths: [4], numbers: 2, outputs: 1, layers: [20, 10], dropout: 0.1, range: 8...12)
        let net = TabularModel(plan, using: &random)
        func kinds(_ net: Sequential) -> [String] { net.layers.map { "\(type(of: $0))" } }
        let block = ["Linear", "ReLU", "BatchNorm1d", "Dropout"]
        #expect(kinds(net.layers) == block + block + ["Linear"])
        #expect(kinds(net.layers) == kinds(tabularLayers([6, 20, 10, 1], dropout: 0.1, using: &random)))
        let shapes = net.layers.layers.compactMap { ($0 as? Linear)?.weight.shape }
        #expect(shapes == [[20, 6], [10, 20], [1, 10]])
        let said = net(TabularBatch(IntTensor([[0], [2]]), Tensor([[1e4, -1e4], [-1e4, 1e4]]))).scalars
        #expect(said.allSatisfy { (8...12).contains($0) })
    }
}

/// An encoder in evaluation, of 20 tokens and one layer.
private func smallEncoder() -> AWDLSTM {
    var random = SplitMix64(seed: 6)
    let plan = AWDPlan(vocabulary: 20, embedding: 6, hidden: 8, layers: 1)
    let encoder = AWDLSTM(plan, dropouts: .classifier, using: &random)
    encoder.eval()
    return encoder
}
