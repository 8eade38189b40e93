import Foundation
import Tensors

extension OperationCase {
    static let einsums: [OperationCase] =
        [
            ("ij,jk->ik", [[2, 3], [3, 4]]), ("ij,jk", [[2, 3], [3, 4]]), ("ik,jk->ij", [[2, 3], [4, 3]]),
            ("ki,jk->ij", [[3, 2], [4, 3]]), ("ij,jk->ki", [[2, 3], [3, 4]]),
            ("bij,bjk->bik", [[5, 2, 3], [5, 3, 4]]),
            ("ibj,jkb->kbi", [[2, 5, 3], [3, 4, 5]]), ("abij,abjk->abik", [[2, 3, 2, 3], [2, 3, 3, 2]]),
            ("i,j->ij", [[3], [4]]), ("i,i->", [[3], [3]]), ("i,i->i", [[3], [3]]), ("ij,j->i", [[2, 3], [3]]),
            ("ij,ij->ij", [[2, 3], [2, 3]]), ("ij,ij->", [[2, 3], [2, 3]]), ("ij,kl->ijkl", [[2, 1], [3, 2]]),
            ("ij,kl->", [[2, 3], [3, 2]]), ("ij->ji", [[2, 3]]), ("ji", [[2, 3]]), ("ij->", [[2, 3]]),
            ("ij->j", [[2, 3]]),
            ("ii->", [[3, 3]]), ("ii->i", [[3, 3]]), ("ii", [[3, 3]]), ("iij->ij", [[3, 3, 2]]),
            ("iji,i->ji", [[3, 2, 3], [3]]),
            ("iii->i", [[2, 2, 2]]), ("iijj->ij", [[2, 2, 3, 3]]), ("bn,anm,bm->ba", [[2, 3], [4, 3, 2], [2, 2]]),
            ("ij,jk,kl->il", [[2, 3], [3, 4], [4, 2]]), ("i,i,i,i->i", [[3], [3], [3], [3]]),
            ("i,j,k->kji", [[2], [3], [2]]), ("a,ab,b->", [[2], [2, 3], [3]]), (",i->i", [[], [3]]), ("->", [[]]),
            ("bqhd,bkhd->bhqk", [[2, 3, 2, 4], [2, 2, 2, 4]]), (" i j , j k -> i k ", [[1, 3], [3, 1]]),
            ("aB,Bc->ac", [[2, 3], [3, 2]]), ("Ba", [[2, 3]]),
        ].map { einsum($0.0, $0.1) } + [
            // "..." with the axes that it means
            einsum("...ij,...jk->...ik", [[5, 2, 3], [5, 3, 4]], meaning: "bij,bjk->bik"),
            einsum("...ij,jk->...ik", [[5, 2, 3], [3, 4]], meaning: "bij,jk->bik"),
            einsum("...ij,...jk", [[2, 1, 2, 3], [4, 3, 2]], meaning: "abij,bjk->abik"),
            einsum("...ij->...ji", [[5, 2, 3]], meaning: "bij->bji"),
            einsum("...ij->...ji", [[2, 3]], meaning: "ij->ji"),
            einsum("i...->...", [[2, 3, 4]], meaning: "iab->ab"),
            einsum("...,...->...", [[2, 3], [3]], meaning: "ab,b->ab"),
            einsum("...i,...i->...", [[4, 1, 3], [2, 3]], meaning: "abi,bi->ab"),
            einsum("...i->i", [[4, 2, 3]], meaning: "abi->i"),
        ] + [
            moving("diagonal()", [3, 3], { $0.diagonal() }, { x in PlainArray([3]) { x[[$0[0], $0[0]]] } }),
            moving(
                "diagonal(0, -1)", [3, 2, 3], { $0.diagonal(0, -1) },
                { x in PlainArray([2, 3]) { x[[$0[1], $0[0], $0[1]]] } }),
            OperationCase("outer", [Operand(shape: [2]), Operand(shape: [3])]) {
                $0[0].outer($0[1])
            } reference: { x in
                PlainArray([2, 3]) { x[0][[$0[0]]] * x[1][[$0[1]]] }
            },
            OperationCase("dot", [Operand(shape: [3]), Operand(shape: [3])]) {
                $0[0].dot($0[1])
            } reference: { x in
                PlainArray([]) { _ in (0..<3).reduce(0) { $0 + x[0][[$1]] * x[1][[$1]] } }
            },
        ]

    /// - Parameter meaning: the same without "..."; PlainArray broadcasts axes of length 1 on its own.
    private static func einsum(
        _ equation: String, _ shapes: [[Int]], meaning: String? = nil
    ) -> OperationCase {
        OperationCase("einsum \(equation) \(shapes)", shapes.map { Operand(shape: $0) }) {
            Tensors.einsum(equation, $0)
        } reference: {
            .einsum(meaning ?? equation, $0)
        }
    }
}

extension PlainArray {
    /// A loop over all letters, the result's outside, the others inside.
    fileprivate static func einsum(_ equation: String, _ operands: [PlainArray]) -> PlainArray {
        let sides = equation.filter { $0 != " " }.components(separatedBy: "->")
        let inputs = sides[0].components(separatedBy: ",").map(Array.init)
        let all = inputs.flatMap { $0 }
        let result = sides.count == 2 ? Array(sides[1]) : Set(all).filter { l in all.count { $0 == l } == 1 }.sorted()
        let summed = Set(all).subtracting(result).sorted()
        var lengths: [Character: Int] = [:]
        for (letters, operand) in zip(inputs, operands) { lengths.merge(zip(letters, operand.shape)) { max($0, $1) } }
        return PlainArray(result.map { lengths[$0]! }) { outer in
            PlainArray(summed.map { lengths[$0]! }) { inner in
                let place = Dictionary(uniqueKeysWithValues: zip(result + summed, outer + inner))
                return zip(inputs, operands).reduce(1) { $0 * $1.1[$1.0.map { place[$0]! }] }
            }.values.reduce(0, +)
        }
    }
}
