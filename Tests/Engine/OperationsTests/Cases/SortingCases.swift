import Foundation
import Tensors

extension OperationCase {
    static let cumulations: [OperationCase] = (-3..<3).map { axis in
        moving("cumsum(axis: \(axis))", [2, 3, 4], { $0.cumsum(axis: axis) }) { x in
            let place = (axis + 3) % 3
            return PlainArray(x.shape) { index in
                (0...index[place]).reduce(0) { $0 + x[index.replacing(place, by: $1)] }
            }
        }
    }

    static let orders: [OperationCase] =
        (-3..<3).flatMap { axis in
            [
                moving(
                    "sorted(axis: \(axis))", [2, 3, 4], { $0.sorted(axis: axis).values }, { $0.ordered(axis, by: <) }),
                moving(
                    "sorted(axis: \(axis), descending)", [2, 3, 4],
                    { $0.sorted(axis: axis, descending: true).values }, { $0.ordered(axis, by: >) }),
                moving(
                    "topK(2, axis: \(axis))", [2, 3, 4], { $0.topK(2, axis: axis).values },
                    { $0.ordered(axis, keeping: 2, by: >) }),
                moving(
                    "topK(1, axis: \(axis), largest: false)", [2, 3, 4],
                    { $0.topK(1, axis: axis, largest: false).values }, { $0.ordered(axis, keeping: 1, by: <) }),
            ]
        } + [moving("sorted() of forty numbers", [40], { $0.sorted().values }, { $0.ordered(0, by: <) })]
}

extension [Int] {
    /// The same index with another entry at one place.
    func replacing(_ place: Int, by entry: Int) -> [Int] { indices.map { $0 == place ? entry : self[$0] } }
}

extension PlainArray {
    fileprivate func ordered(
        _ axis: Int, keeping count: Int? = nil, by isBefore: (Double, Double) -> Bool
    ) -> PlainArray {
        let place = (axis + rank) % rank
        return PlainArray(shape.replacing(place, by: count ?? shape[place])) { index in
            (0..<shape[place]).map { self[index.replacing(place, by: $0)] }.sorted(by: isBefore)[index[place]]
        }
    }
}
