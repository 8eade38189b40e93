// Nudge: Follow the text from the words to the scores, and ask of each mask what its axes are: words, units, or
//   weights?
// Idea: A mask over words is multiplied with the rows of the table before the lookup, and the table itself stays whole
//   for the output. A mask [batch, units] needs an axis for the steps: `unsqueezed(1)`.
// Almost: `(table * wordMask.unsqueezed(1)).embedded(tokens) *
//   inputMask.unsqueezed(1)`. For each layer, copy its weights, multiply `weights.hidden` by its mask, and run `lstm`
//   from zeros; before all layers but the first, multiply by the hidden mask. At the end `dropped.linear(table, bias)`.

import Tensors

public func awdForward(
    _ tokens: IntTensor, table: Tensor, bias: Tensor, layers: [RecurrentWeights], wordMask: Tensor, inputMask: Tensor,
    weightMasks: [Tensor], hiddenMasks: [Tensor], outputMask: Tensor
) throws -> (scores: Tensor, raw: Tensor, dropped: Tensor) {
    var x = (table * wordMask.unsqueezed(1)).embedded(tokens) * inputMask.unsqueezed(1)
    for (number, layer) in layers.enumerated() {
        if number > 0 { x = x * hiddenMasks[number - 1].unsqueezed(1) }
        var weights = layer
        weights.hidden = weights.hidden * weightMasks[number]
        let zero = Tensor.zeros(tokens.shape[0], weights.hidden.shape[1])
        x = x.lstm(weights, from: zero, cell: zero).y
    }
    let dropped = x * outputMask.unsqueezed(1)
    return (dropped.linear(table, bias), x, dropped)
}
