// Nudge: Which shape would you blame if 63 pictures have one and the first picture has another?
// Idea: Count the shapes. Then find the largest count, and go through the pictures in their order: the first one whose
//   shape has that count says which shape is the usual one.
// Almost: With `counts` by shape, `usual = shapes.first { counts[$0] == counts.values.max() }`, and the odd one is
//   `shapes.firstIndex { $0 != usual }`. If there is none, `Tensor.stack(pictures)` is the batch.

import Tensors

public func collated(_ pictures: [Tensor]) throws -> (batch: Tensor?, odd: Int?) {
    let shapes = pictures.map(\.shape)
    let counts = Dictionary(grouping: shapes) { $0 }.mapValues(\.count)
    guard let most = counts.values.max(), let usual = shapes.first(where: { counts[$0] == most }) else {
        return (nil, nil)
    }
    if let odd = shapes.firstIndex(where: { $0 != usual }) { return (nil, odd) }
    return (.stack(pictures), nil)
}
