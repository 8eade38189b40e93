import Exercises11
import Practice
import Solutions11

let titlesOfResults = Check(
    "11.14",
    answer("titlesOfResults(_:_:)", Exercises11.titlesOfResults(_:_:), Solutions11.titlesOfResults(_:_:))
) { titlesOfResults in
    try expectEqual(titlesOfResults([true, false], [0.9, 0.73]), ["same / same 90 %", "different / same 73 %"])
    try expectEqual(
        titlesOfResults([true, false], [0.25, 0.004]), ["same / different 75 %", "different / different 100 %"])
    try expectEqual(titlesOfResults([true], [0.5]), ["same / same 50 %"])
    try expectEqual(titlesOfResults([], []), [])
}
