// Nudge: In which y[n] is a[n,i]? And beside what does it stand there? The same two questions for w[i,j] and b[n,j].
// Idea: a[n,i] is in y[n] alone, beside w[i,j] · b[n,j] for every j: da[n,i] = Σⱼ g[n] · w[i,j] · b[n,j]. A weight
//   w[i,j] is in every y[n].
// Almost: Each line is an einsum string: "n,ij,nj->ni" for da. For dw, the letters of the result are ij, and n is
//   summed over.

import Tensors

public func bilinearGradients(
    _ a: Tensor, _ w: Tensor, _ b: Tensor, g: Tensor
) throws -> (da: Tensor, dw: Tensor, db: Tensor) {
    (
        da: einsum("n,ij,nj->ni", g, w, b),
        dw: einsum("n,ni,nj->ij", g, a, b),
        db: einsum("n,ni,ij->nj", g, a, w)
    )
}
