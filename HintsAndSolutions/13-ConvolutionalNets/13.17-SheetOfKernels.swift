// Nudge: Begin with a sheet of white paper of the right size, and put one kernel after the other on it.
// Idea: With rows = the number of filters / columns, rounded up, the sheet is rows · (k + 1) + 1 pixels high. Kernel i
//   begins at row (i / columns) · (k + 1) + 1 and column (i % columns) · (k + 1) + 1.
// Almost: Dividing a kernel by `kernel.abs().max()` brings it to -1...1; how do you get from there to 0...1? Think of
//   the kernel of zeros before you divide. `sheet[0..., top..<top + k, left..<left + k] = …` puts it in its place.

import Tensors

public func sheetOfKernels(_ weight: Tensor, columns: Int) throws -> Tensor {
    let (filters, k) = (weight.shape[0], weight.shape[2])
    let rows = (filters + columns - 1) / columns
    var sheet = Tensor.ones(3, rows * (k + 1) + 1, columns * (k + 1) + 1)
    for number in 0..<filters {
        let kernel = weight[number]
        let largest = kernel.abs().max().item
        let (top, left) = (number / columns * (k + 1) + 1, number % columns * (k + 1) + 1)
        sheet[0..., top..<top + k, left..<left + k] = kernel / (largest == 0 ? 1 : largest) / 2 + 0.5
    }
    return sheet
}
