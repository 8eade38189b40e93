// Nudge: A filter's map is the sum of what its slices make of their channels. What must not change, if all channels are
//   the same?
// Idea: The sum of the slices. Make the new channels one after the other: which old slices go into new channel k, and
//   by how much are they divided? `weight[0..., k]` is slice k of all filters.
// Almost: For n of m or more, the old channel j is at the places j, j + m, j + 2m … below n: (n - j + m - 1) / m of
//   them, in whole numbers. For fewer, the old channels of k are `stride(from: k, to: m, by: n)`. Finally
//   `Tensor.stack(…, axis: 1)` lays the new slices beside each other.

import Tensors

public func firstLayer(_ weight: Tensor, channels n: Int) throws -> Tensor {
    let m = weight.shape[1]
    let slices = (0..<n).map { channel in
        if n < m {
            return stride(from: channel, to: m, by: n).dropFirst().reduce(weight[0..., channel]) { sum, old in
                sum + weight[0..., old]
            }
        }
        let old = channel % m
        return weight[0..., old] / Float((n - old + m - 1) / m)
    }
    return Tensor.stack(slices, axis: 1)
}
