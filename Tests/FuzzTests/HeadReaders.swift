// The readers of heads and faces.

import Foundation
import TestSupport

@testable import Datasets

extension FuzzedReader {
    static let headPose = FuzzedReader(
        description: "head pose", inputs: [Array("1 0 0 \n0 1 0 \n0 0 1 \n\n13.8958 -54.6151 920.523 \n".utf8)],
        path: "13/frame_00003_pose.txt"
    ) { file, _ in
        let centre = try HeadPose(file).centre
        if !(centre.z > 0) { throw Broken(description: "reads a head at \(centre)") }
    }

    static let headCamera = FuzzedReader(
        description: "calibration of a camera",
        inputs: [
            Array(
                """
                517.679 0 320\u{20}
                0 517.679 240.5\u{20}
                0 0 1\u{20}

                0 0 0 0\u{20}

                0.999947 0.00432361 0.00929419\u{20}
                -0.00446314 0.999877 0.0150443\u{20}
                -0.009228 -0.015085 0.999844\u{20}

                -24.0198 5.8896 -13.2308\u{20}

                640 480
                """.utf8)
        ], path: "13/rgb.cal"
    ) { file, _ in _ = try CameraCalibration(file).seen([10, 20, 900]) }

    static let facePoints = FuzzedReader(
        description: "points of faces",
        inputs: [Array(",0,1,2,3\nA_B_10.jpg,1.0,2.0,3.5,4\nC_D_20.jpg,5,6,7,8\n".utf8)],
        path: "training_frames_keypoints.csv"
    ) { file, folder in
        for face in try MarkedFaces.read(file, pictures: folder.appending(path: "training")) { _ = face.person }
    }
}
