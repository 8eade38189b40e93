import Exercises09
import Practice
import Solutions09
import Tabular
import Tensors

let embeddedColumns = Check(
    "9.22",
    answer("withEmbeddings(_:_:)", Exercises09.withEmbeddings(_:_:), Solutions09.withEmbeddings(_:_:))
) { embed in
    let x = try Features(["size", "age", "state"], [[2, 0, 1], [5, 6, 7], [1, 1, 0]])
    let tables = ["size": Tensor([[0, 1], [10, 11], [20, 21]]), "state": Tensor([[0.5], [0.25]])]
    let found = try embed(x, tables)
    try expectEqual(Found(found.call, found.value.names), ["size 0", "size 1", "age", "state 0"])
    try expectEqual(
        Found(found.call, found.value.columns), [[20, 0, 10], [21, 1, 11], [5, 6, 7], [0.25, 0.25, 0.5]])
    let none = try embed(x, [:])
    try expectEqual(Found(none.call, none.value.columns), x.columns)
    for level in [3, -1] as [Float] {
        let wrong = try Features(["size"], [[0, level]])
        do {
            let found = try embed(wrong, tables)
            throw WrongAnswer(
                given: found.call, expected: "an error: level \(Int(level)) has no row", found: "\(found.value.columns)"
            )
        } catch let wrong as WrongAnswer { throw wrong } catch let unanswered as Unanswered { throw unanswered } catch {
        }
    }
}
