// # Einstein summation
//
// Section 17.6 · After this page you can read and write products of tensors in letters.

import Figures
import Notebook
import Tensors

// Look at the formula of the matrix product once more:
//
//     c[i, j] = Σₖ a[i, k] · b[k, j]
//
// It says everything that a program has to know: which axes the operands have, which ones the result has, and what is
// summed. In 1916 Albert Einstein left out the Σ in his theory of gravitation: an index that occurs twice in a product
// is summed over. `einsum` is this notation on one line of type. The formula becomes
//
//     ik,kj->ij
//
// On the left of the arrow, a group of letters for each operand, with commas in between: a letter for each axis. On the
// right, a letter for each axis of the result. Axes that have the same letter have the same length, and are walked
// along together. A letter that is not on the right is summed over. That is all. Some strings, and what they mean:

extension Foundations {
    func stringsAndFormulas() {
        var table = TextTable(["string", "formula", "name"])
        table.add("ik,kj->ij", "c[i,j] = Σₖ a[i,k]·b[k,j]", "matrix product")
        table.add("ij->ji", "c[j,i] = a[i,j]", "transpose: one operand will do")
        table.add("ij->i", "c[i] = Σⱼ a[i,j]", "sums of the rows")
        table.add("ii->i", "c[i] = a[i,i]", "diagonal")
        table.add("i,i->", "c = Σᵢ a[i]·b[i]", "dot product")
        table.add("i,j->ij", "c[i,j] = a[i]·b[j]", "outer product")
        table.add("bik,bkj->bij", "d[b,i,j] = Σₖ a[b,i,k]·c[b,k,j]", "batched matrix product")
        table.add("bi,ij,bj->b", "d[b] = Σᵢ Σⱼ a[b,i]·w[i,j]·c[b,j]", "bilinear form: three operands")
        table.add("ck,kij->cij", "d[c,i,j] = Σₖ a[c,k]·x[k,i,j]", "a matrix applied to the channels of an image")
        show(table, "Strings and their formulas")

        // The last one will be wanted in chapter 18, and the last but one is what a matrix w makes of two batches of
        // vectors: one number for each pair.
        //
        // Try your hand at it before you read on:
        show(
            "ij->j", "sums of the columns of a matrix",
            predict: .choice(
                "Which string sums the columns of a matrix?", ["ij->i", "ij->j", "ij->ji"], answer: "ij->j"))
        show(
            "ij,kj->ik", "a times the transpose of b",
            predict: .choice(
                "Which string multiplies a by the transpose of b, and names the axes of b in their own order?",
                ["ij,jk->ik", "ij,kj->ik", "ij,kj->ki"], answer: "ij,kj->ik"))

        // The engine has `einsum`. We may use it as soon as we have one of our own, and this takes two steps: reading
        // the letters, and computing.
    }
}
