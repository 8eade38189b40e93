// Matrix products and einsum.

import Tensors

extension GoldenFamily {
    // Sums of k products of both signs, k up to 50 (640 in a gradient): a rounding of 6e-8 each, and few of these are
    // as large as the largest results.
    static let products = GoldenFamily(
        name: "products", value: .largest(1e-6), gradient: .largest(2e-6),
        cases: matmuls + linears + einsums)

    private static let matmuls: [GoldenCase] =
        [
            "", " odd", " vectors", " row", " column", " batch", " one for all", " stretched", " thin",
            " vector of batches",
        ].map { word in GoldenCase("matmul\(word)") { $0.input.matmul($0.other) } }

    private static let linears: [GoldenCase] = [
        GoldenCase("matmul turned") { $0.a.T.matmul($0.b.T) },
        GoldenCase("matmul large") {
            ($0.a.tiled(32, 1).matmul($0.b) * $0.s).reshaped(32, 20, 48).sum(axis: 0)
        },
        GoldenCase("linear") { $0.input.linear($0.weight, $0.bias) },
        GoldenCase("linear without bias") { $0.input.linear($0.weight) },
        GoldenCase("linear of one row") { $0.input.linear($0.weight, $0.bias) },
        GoldenCase("dot") { $0.input.dot($0.tensor) },
        GoldenCase("outer") { $0.input.outer($0.vec2) },
    ]

    private static let einsums: [GoldenCase] =
        [
            ("ij,jk->ik", 2), ("ik,jk", 2), ("bij,bjk->bik", 2), ("ibj,jkb->kbi", 2), ("i,i->", 2), ("i,j->ij", 2),
            ("ij->ji", 1), ("ij->", 1), ("ii->", 1), ("iij->ij", 1), ("bn,anm,bm->ba", 3), ("ij,jk,kl->il", 3),
            ("bqhd,bkhd->bhqk", 2), ("...ij,...jk->...ik", 2), ("ij,kl->", 2),
        ].map { (equation: String, operands: Int) -> GoldenCase in
            GoldenCase("einsum \(equation)") { g in
                einsum(equation, ["a", "b", "c"].prefix(operands).map { g[dynamicMember: $0] })
            }
        }
}
