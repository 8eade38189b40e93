import Chapter20

WhatNext.mainWithChecklist()
