// Exercise 12.26 · AWD-LSTM, line by line
// Section 12.15, further research 4: Chapters/12-LanguageModel/15b-AWDLSTM.swift

import Practice
import Tensors

/// The forward pass of an AWD-LSTM in training, with all that chance has chosen given as masks. A mask holds 0 for what
/// is dropped and 1 / (1 - p) for what is kept, so it is only multiplied with. From below: words, input, and for each
/// layer its LSTM with thinned weights, with hidden dropout between the layers; output dropout and the tied output come
/// last.
///
/// Each LSTM layer begins with a state of zeros, h and c. `x.lstm(weights, from: h, cell: c)` runs one over all steps,
/// and returns its states after each step, `y`, and the last cell.
///
/// - Parameters:
///   - tokens: [batch, steps].
///   - table, bias: the matrix [words, width] of both embedding and output, and the output's bias [words].
///   - layers: the whole weights of each LSTM layer; a layer's hidden size is the number of columns of
///     `weights.hidden`. That of the last one is the width of the table.
///   - wordMask: [words], one number for each word of the vocabulary.
///   - inputMask: [batch, width], the same at all steps.
///   - weightMasks: for `weights.hidden` of each layer, of its shape.
///   - hiddenMasks: [batch, hidden size of the layer before] for each place between two layers, the same at all steps.
///   - outputMask: [batch, width], the same at all steps.
/// - Returns: the scores [batch, steps, words], and what comes out of the last layer before and after dropout.
public func awdForward(
    _ tokens: IntTensor, table: Tensor, bias: Tensor, layers: [RecurrentWeights], wordMask: Tensor, inputMask: Tensor,
    weightMasks: [Tensor], hiddenMasks: [Tensor], outputMask: Tensor
) throws -> (scores: Tensor, raw: Tensor, dropped: Tensor) {
    throw Unanswered("12.26")
}
