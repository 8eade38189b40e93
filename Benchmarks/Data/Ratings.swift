import Foundation
import Tensors

extension Bench {
    /// 100,000 ratings of films in a random order, the same in every run: (user, film) [n, 2] → 1...5 [n]. 80,000 to
    /// learn from, 20,000 others.
    func ratings() throws -> DataSets<IntTensor, Tensor> {
        let file = try folder("ml-100k").appending(path: "u.data")
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            line.split(separator: "\t").compactMap { Int($0) }  // user, film, rating, time
        }
        var random = SplitMix64(seed: 8)
        let order = random.permutation(rows.count)
        precondition(order.starts(with: [20650, 77466, 96661]), "PyTorch's program has these in another order")
        let shuffled = order.map { rows[$0] }
        func part(_ rows: ArraySlice<[Int]>) -> (IntTensor, Tensor) {
            (IntTensor(rows.map { Array($0[..<2]) }), Tensor(rows.map { Float($0[2]) }))
        }
        return DataSets(train: part(shuffled[..<80_000]), valid: part(shuffled[80_000...]))
    }
}
