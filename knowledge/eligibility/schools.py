"""Which schools the groups of the conditions mean, after the words of the clauses.

高级技工学校 and 技师学院 are counted under 高级工班及以上: that is what they are founded for; the answer says so.
预备技师班 and 技师班 are classes of a 技师学院 (附录5, 二级 (5)), so their graduates are its graduates.
"""

from __future__ import annotations

from knowledge.eligibility.applicant import Education, SchoolKind
from knowledge.facts.conditions import Schools, Standing

_TECHNICIAN_CLASSES: frozenset[SchoolKind] = frozenset({"technician_preparatory_class", "technician_class"})
_SENIOR_SCHOOLS: frozenset[SchoolKind] = frozenset({"senior_technical", "technician_college"})
_HIGHER: frozenset[SchoolKind] = frozenset({"higher_vocational", "junior_college", "bachelor", "master", "doctor"})
_SENIOR_CLASSES = _TECHNICIAN_CLASSES | _SENIOR_SCHOOLS | frozenset[SchoolKind]({"technical_senior_class"})
_MIDDLE = frozenset[SchoolKind]({"secondary_vocational", "technical"})

KINDS: dict[Schools, frozenset[SchoolKind]] = {
    "vocational": _SENIOR_CLASSES | _HIGHER | _MIDDLE,
    "senior_class": _SENIOR_CLASSES,
    "higher": _HIGHER,
    "senior_school": _SENIOR_SCHOOLS | _TECHNICIAN_CLASSES,
    "technician_class": _TECHNICIAN_CLASSES,
}
STANDINGS: dict[Standing, frozenset[str]] = {
    "graduate_or_final_year": frozenset({"graduated", "final_year"}),
    "graduate": frozenset({"graduated"}),
    "student": frozenset({"enrolled", "final_year"}),
}


def class_assumed(schools: Schools, school: Education) -> bool:
    """Whether the school counts only because its classes are taken to be 高级工班 or above."""
    return schools == "senior_class" and school.kind in _SENIOR_SCHOOLS
