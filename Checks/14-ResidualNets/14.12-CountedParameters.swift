import Exercises14
import Practice
import Solutions14

let countedParameters = Check(
    "14.12",
    answer(
        "parameterCount(blocks:hasBottlenecks:classes:)", Exercises14.parameterCount(blocks:hasBottlenecks:classes:),
        Solutions14.parameterCount(blocks:hasBottlenecks:classes:))
) { parameterCount in
    try expectEqual(parameterCount([2, 2, 2, 2], false, 10), 11_200_874)
    try expectEqual(parameterCount([3, 4, 6, 3], true, 10), 23_547_754)
    try expectEqual(parameterCount([3, 4, 6, 3], false, 10), 21_309_034)
    try expectEqual(parameterCount([2, 2, 2, 2], false, 1000), 11_708_744)
    try expectEqual(parameterCount([1, 1, 1, 1], true, 2), 8_039_266)
}
